//! Seeded chance of the forecast: SplitMix64, and normal and lognormal numbers by inversion, so that a draw can be
//! conditioned on what has elapsed already.

/// A stream of random numbers that a seed repeats exactly.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Uniform in (0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Standard normal.
    pub(super) fn normal(&mut self) -> f64 {
        quantile(self.unit())
    }
}

/// A lognormal span of time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    mu: f64,
    sigma: f64,
}

impl Span {
    /// With a mean above 0 and a coefficient of variation.
    pub(super) fn new(mean: f64, cv: f64) -> Self {
        let variance = (1.0 + cv * cv).ln();
        Self { mu: mean.max(1e-6).ln() - variance / 2.0, sigma: variance.sqrt() }
    }

    pub(super) fn draw(self, chance: &mut Chance) -> f64 {
        (self.mu + self.sigma * chance.normal()).exp()
    }

    /// The whole span, given that `elapsed` of it is over.
    pub(super) fn beyond(self, elapsed: f64, chance: &mut Chance) -> f64 {
        if elapsed <= 0.0 {
            return self.draw(chance);
        }
        let over = upper((elapsed.ln() - self.mu) / self.sigma).max(1e-12);
        (self.mu - self.sigma * quantile(over * chance.unit())).exp().max(elapsed)
    }
}

/// P(Z > z) of the standard normal (Press et al., Numerical Recipes, erfcc; relative error below 1.2e-7).
pub(super) fn upper(z: f64) -> f64 {
    let x = (z / std::f64::consts::SQRT_2).abs();
    let t = 1.0 / (1.0 + 0.5 * x);
    let series = [
        0.170_872_77,
        -0.822_152_23,
        1.488_515_87,
        -1.135_203_98,
        0.278_868_07,
        -0.186_288_06,
        0.096_784_18,
        0.374_091_96,
        1.000_023_68,
    ];
    let sum = series.iter().fold(0.0, |sum, term| sum * t + term);
    let tail = 0.5 * t * (-x * x - 1.265_512_23 + t * sum).exp();
    if z < 0.0 { 1.0 - tail } else { tail }
}

/// The z with P(Z < z) = p (Acklam's rational approximation, relative error below 1.2e-9).
pub(super) fn quantile(p: f64) -> f64 {
    const LOW: f64 = 0.024_25;
    let ratio = |above: &[f64], below: &[f64], x: f64| {
        let horner = |terms: &[f64]| terms.iter().fold(0.0, |sum, term| sum * x + term);
        horner(above) / (horner(below) * x + 1.0)
    };
    let tail = |p: f64| {
        let above = [
            -7.784_894_002_430_293e-3,
            -3.223_964_580_411_365e-1,
            -2.400_758_277_161_838,
            -2.549_732_539_343_734,
            4.374_664_141_464_968,
            2.938_163_982_698_783,
        ];
        let below = [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416];
        ratio(&above, &below, (-2.0 * p.ln()).sqrt())
    };
    if p < LOW {
        return tail(p);
    }
    if p > 1.0 - LOW {
        return -tail(1.0 - p);
    }
    let above = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    let below = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
    ];
    let q = p - 0.5;
    q * ratio(&above, &below, q * q)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_normal_distribution_and_its_inverse_meet() {
        for p in [0.001, 0.02, 0.1, 0.5, 0.8, 0.975, 0.999] {
            assert!((1.0 - upper(quantile(p)) - p).abs() < 1e-6, "{p}");
        }
        assert!((quantile(0.975) - 1.959_964).abs() < 1e-5);
    }

    #[test]
    fn a_span_that_lasts_already_lasts_longer() {
        let (span, mut chance) = (Span::new(10.0, 0.7), Chance::of(1));
        let mean =
            |from: f64, chance: &mut Chance| (0..20_000).map(|_| span.beyond(from, chance)).sum::<f64>() / 20_000.0;
        assert!((mean(0.0, &mut chance) - 10.0).abs() < 0.2);
        assert!(mean(20.0, &mut chance) > 25.0);
        assert!(span.beyond(1e6, &mut chance) >= 1e6);
    }
}
