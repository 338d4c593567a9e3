problem-title-beyond_rights = Nobody grants more than they hold
problem-beyond_rights = You cannot give, change or take away rights that you do not have yourself. Please ask somebody who has them.
