//! A second, small simulator: the core's order of calls against the exact formulas of queueing theory (waiting.md).

use crate::chance::Chance;
use okienko_queue::discipline::{Discipline, Facts};
use okienko_queue::ids::TicketId;
use okienko_queue::waiting::{Moment, Pool, Waiter, Waiting};
use std::collections::BTreeMap;

const MINUTE: f64 = 60_000.0;
const BATCHES: usize = 20;
/// Student's t, 95 % two-sided, 19 degrees of freedom.
const T: f64 = 2.093;

/// How long a service takes, minutes: mean and coefficient of variation; exponential when `cv` is 1.
#[derive(Clone, Copy, Debug)]
pub struct Service {
    /// Mean.
    pub mean: f64,
    /// Coefficient of variation.
    pub cv: f64,
}

/// A model with Poisson arrivals of two classes, booked first.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name.
    pub name: &'static str,
    /// The rule.
    pub discipline: Discipline,
    /// Desks.
    pub desks: usize,
    /// Arrivals a minute by class.
    pub rates: [f64; 2],
    /// Service by class.
    pub services: [Service; 2],
    /// Exact mean wait by class, minutes.
    pub waits: [f64; 2],
    /// Exact P(wait of the first class > 10 min), where it is known.
    pub beyond_ten: Option<f64>,
}

/// The models of waiting.md.
pub fn models() -> Vec<Model> {
    let exponential = |mean| [Service { mean, cv: 1.0 }; 2];
    let lognormal = [Service { mean: 8.0, cv: 0.5 }, Service { mean: 15.0, cv: 0.8 }];
    let model = |name, discipline, desks, rates, services, waits, beyond_ten| Model {
        name,
        discipline,
        desks,
        rates,
        services,
        waits,
        beyond_ten,
    };
    let half = Discipline::Accumulating { b: 0.5 };
    vec![
        model("M/M/1 strict", Discipline::Strict, 1, [0.03, 0.05], exponential(10.0), [11.4286, 57.1429], None),
        model("M/M/4 strict", Discipline::Strict, 4, [0.15, 0.15], exponential(12.0), [4.2968, 42.9684], Some(0.12595)),
        model("M/G/1 strict", Discipline::Strict, 1, [0.03, 0.04], lognormal, [11.2895, 70.5592], None),
        model("M/M/1 accumulating", half, 1, [0.03, 0.05], exponential(10.0), [28.2353, 47.0588], None),
        model("M/M/4 FCFS", Discipline::Fcfs, 4, [0.15, 0.15], exponential(12.0), [23.6326, 23.6326], Some(0.56445)),
    ]
}

/// A mean with the half-width of its 95 % interval (batch means).
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Half the interval.
    pub half_width: f64,
}

/// What a run gave.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Mean wait by class, minutes.
    pub waits: [Estimate; 2],
    /// P(wait of the first class > 10 min).
    pub beyond_ten: f64,
}

#[derive(Clone, Default)]
struct Sums {
    count: [f64; 2],
    waited: [f64; 2],
    beyond: f64,
}

/// Runs a model for so many arrivals; the first twentieth warms up and is not counted.
pub fn measure(model: &Model, arrivals: u64, seed: u64) -> Measured {
    let mut chance = Chance::of(seed);
    let mut run = Run::new(model);
    let rate: f64 = model.rates.iter().sum();
    let warm = arrivals / 20;
    let mut batches = vec![Sums::default(); BATCHES];
    let mut now = 0.0;
    for n in 0..arrivals {
        now += chance.exponential(MINUTE / rate);
        let class = usize::from(chance.unit() * rate >= model.rates[0]);
        let service = model.services[class];
        let lasts = if service.cv == 1.0 {
            chance.exponential(service.mean)
        } else {
            chance.lognormal(service.mean, service.cv)
        };
        let batch = (n.saturating_sub(warm) * BATCHES as u64 / (arrivals - warm)) as usize;
        run.serve_until(now, &mut |issued, class, waited| {
            if issued >= warm {
                let sums = &mut batches[batch.min(BATCHES - 1)];
                sums.count[class] += 1.0;
                sums.waited[class] += waited;
                sums.beyond += f64::from(u8::from(class == 0 && waited > 10.0));
            }
        });
        run.arrive(n, class, lasts, now);
    }
    Measured { waits: [estimate(&batches, 0), estimate(&batches, 1)], beyond_ten: beyond(&batches) }
}

fn estimate(batches: &[Sums], class: usize) -> Estimate {
    let means: Vec<f64> = batches.iter().map(|sums| sums.waited[class] / sums.count[class].max(1.0)).collect();
    let count = means.len() as f64;
    let mean = means.iter().sum::<f64>() / count;
    let variance = means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (count - 1.0);
    Estimate { mean, half_width: T * (variance / count).sqrt() }
}

fn beyond(batches: &[Sums]) -> f64 {
    let (beyond, count) = batches.iter().fold((0.0, 0.0), |(b, c), sums| (b + sums.beyond, c + sums.count[0]));
    beyond / count
}

struct Run {
    discipline: Discipline,
    waiting: Waiting,
    pools: Vec<Pool>,
    free_at: Vec<f64>,
    lasting: BTreeMap<TicketId, (u64, usize, f64, f64)>,
}

impl Run {
    fn new(model: &Model) -> Self {
        Self {
            discipline: model.discipline,
            waiting: Waiting::default(),
            pools: vec![Pool::Service("s".into())],
            free_at: vec![0.0; model.desks],
            lasting: BTreeMap::new(),
        }
    }

    fn arrive(&mut self, issue: u64, class: usize, lasts: f64, now: f64) {
        if self.lasting.is_empty() {
            self.waiting.forget_marks();
        }
        let ticket: TicketId = issue.to_string().into();
        let arrival = now as i64;
        let facts = Facts { arrival, booked_for: (class == 0).then_some(arrival), top: false, overtakes: 0, issue };
        let pool = self.pools[0].clone();
        self.waiting.join(Waiter {
            ticket: ticket.clone(),
            pool,
            service: "s".into(),
            facts,
            not_before: None,
            again: false,
        });
        self.lasting.insert(ticket, (issue, class, now, lasts * MINUTE));
    }

    /// Desks that become free before `until` call, in the order in which they become free.
    fn serve_until(&mut self, until: f64, waited: &mut impl FnMut(u64, usize, f64)) {
        while !self.lasting.is_empty() {
            let earliest = self.free_at.iter_mut().min_by(|left, right| left.total_cmp(right));
            let Some(free) = earliest.filter(|free| **free < until) else {
                return;
            };
            let newest = self.lasting.values().map(|(_, _, arrived, _)| *arrived).fold(f64::INFINITY, f64::min);
            let now = free.max(newest);
            let moment = Moment { discipline: self.discipline, now: now as i64 };
            let Some((ticket, _)) = self.waiting.next(&self.pools, moment) else {
                return;
            };
            self.waiting.call(&self.pools, &ticket);
            let Some((issue, class, arrived, lasts)) = self.lasting.remove(&ticket) else {
                return;
            };
            waited(issue, class, (now - arrived).max(0.0) / MINUTE);
            *free = now + lasts;
        }
    }
}
