//! The code pages of this printer, under numbers as makers choose them.

use encoding_rs::{IBM866, WINDOWS_1250, WINDOWS_1251};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP852};

/// Letters of a page; a number the printer does not have is a fault of whoever chose it.
pub(super) fn letters(page: u8, bytes: &[u8]) -> String {
    let table = |table: &[char; 128]| {
        let letter = |byte: &u8| byte.checked_sub(128).map_or(char::from(*byte), |high| table[usize::from(high)]);
        bytes.iter().map(letter).collect()
    };
    match page {
        0 => table(&DECODING_TABLE_CP437),
        18 => table(&DECODING_TABLE_CP852),
        17 => IBM866.decode_without_bom_handling(bytes).0.into_owned(),
        45 => WINDOWS_1250.decode_without_bom_handling(bytes).0.into_owned(),
        46 => WINDOWS_1251.decode_without_bom_handling(bytes).0.into_owned(),
        44 => bytes.iter().map(|byte| ukrainian(*byte)).collect(),
        other => panic!("the printer has no code page {other}"),
    }
}

/// CP1125: CP866 but for the last letters.
fn ukrainian(byte: u8) -> char {
    let own = ['Ґ', 'ґ', 'Є', 'є', 'І', 'і', 'Ї', 'ї'];
    let index = byte.checked_sub(0xf2).map(usize::from);
    index.and_then(|index| own.get(index).copied()).unwrap_or_else(|| {
        let (letter, _) = IBM866.decode_without_bom_handling(std::slice::from_ref(&byte));
        letter.chars().next().expect("a letter")
    })
}
