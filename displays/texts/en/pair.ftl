# A lobby screen that waits to be let in.
pair-title = New screen
pair-code = Code: { $code }
pair-how = The administrator types this code at
pair-then = Right after that the screen starts to show calls by itself.
pair-qr = QR code of the administrator’s page
pair-starting = Preparing a code…
pair-waiting = Waiting to be approved. The code changes every 10 minutes.
pair-away = The server cannot be reached. Trying again…
pair-busy = Too many new codes at once. Trying again in a moment.
pair-refused = This screen was disconnected. It can be added anew with this code.
pair-done = Approved. Opening the board…
pair-noscript = This page needs scripts to be enabled.
