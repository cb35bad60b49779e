using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Screening;

/// <summary>Solves the quasi-linear income tax (Mirrlees 1971; Diamond 1998; Salanié 2005, chapter 3).</summary>
/// <remarks>
/// Rents are what local incentives demand: the skill θ gains q²/θ³ by every unit of skill, and they count against the objective with the weight λ of the
/// worst-off. So Σ or ∫ of q − y·q²/2 is maximised with y = 1/θ² + 2λ(1 − F)/(f·θ³) (of finitely many skills y_k = 1/θ_k² + λ(1 − F_k)/f_k·(1/θ_k² − 1/θ_{k+1}²)),
/// over outputs that do not fall: q = 1/y, with y made non-increasing by pooling (isotonic regression; Guesnerie and Laffont 1984 for bunching).
/// </remarks>
public static class TaxationSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="TaxSchedules"/>, with one prior of positive, bounded skills.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    public static SolvedTaxation Solve(Problem problem, CancellationToken cancellation)
    {
        var schedules = (TaxSchedules)problem.Environment.Feasible;
        return PriorOf(problem) switch
        {
            AtomicPrior atomic => Finite(problem, schedules, atomic),
            ContinuousPrior continuous => Continuous(problem, schedules, continuous, cancellation),
            var other => throw new ArgumentException($"{other.Describe()} is neither continuous nor atomic.", nameof(problem)),
        };
    }

    /// <summary>The prior of skills.</summary>
    public static Prior PriorOf(Problem problem) =>
        problem.Population is Population.Alike { Agent.Prior: { } prior } ? prior : throw new ArgumentException("Taxpayers are alike and have a prior.", nameof(problem));

    private static SolvedTaxation Finite(Problem problem, TaxSchedules schedules, AtomicPrior prior)
    {
        var (skills, masses, weight) = (prior.ExactValues, prior.ExactMasses, Rationals.FromDecimal(schedules.Weight));
        List<(Fraction Slope, Fraction Mass, int Count)> pools = [];
        var above = Fraction.One;
        for (var k = 0; k < skills.Count; k++)
        {
            above -= masses[k];
            var slope = Inverse(skills[k]) + (k + 1 < skills.Count ? weight * above / masses[k] * (Inverse(skills[k]) - Inverse(skills[k + 1])) : Fraction.Zero);
            pools.Add((slope, masses[k], 1));

            // A pool whose slope is above that of the one before would produce less.
            while (pools.Count > 1 && pools[pools.Count - 1].Slope > pools[pools.Count - 2].Slope)
            {
                var (last, before) = (pools[pools.Count - 1], pools[pools.Count - 2]);
                pools.RemoveRange(pools.Count - 2, 2);
                pools.Add((((before.Slope * before.Mass) + (last.Slope * last.Mass)) / (before.Mass + last.Mass), before.Mass + last.Mass, before.Count + last.Count));
            }
        }

        List<Fraction> outputs = [.. pools.SelectMany(pool => Enumerable.Repeat(Fraction.One / pool.Slope, pool.Count))];
        List<Bracket> brackets = [];
        var (utility, revenue) = (Fraction.Zero, Fraction.Zero);
        for (var k = 0; k < skills.Count; k++)
        {
            if (k > 0)
            {
                // What the lower skill produces costs the higher one less labour.
                utility += outputs[k - 1] * outputs[k - 1] * (Inverse(skills[k - 1]) - Inverse(skills[k])) / 2;
            }

            // Without distortion the tax is the same for all, and nothing is to be raised by it.
            var effort = outputs[k] * outputs[k] * Inverse(skills[k]) / 2;
            var bracket = weight.IsZero ? new Bracket(skills[k], outputs[k], outputs[k], outputs[k] - effort) : new Bracket(skills[k], outputs[k], utility + effort, utility);
            brackets.Add(bracket);
            revenue += masses[k] * bracket.Tax;
        }

        List<Bunch> bunches = [];
        var first = 0;
        foreach (var (slope, _, count) in pools)
        {
            if (count > 1)
            {
                bunches.Add(new Bunch(prior.Values[first], prior.Values[first + count - 1], Rationals.ToNearest(Fraction.One / slope)));
            }

            first += count;
        }

        return new SolvedTaxation(problem, TaxationGuarantees.Of(schedules))
        {
            Brackets = brackets.ToEquatableArray(),
            Bunches = bunches.ToEquatableArray(),
            Revenue = Amount.Of(revenue),
        };
    }

    private static Fraction Inverse(Fraction skill) => Fraction.One / (skill * skill);

    private static SolvedTaxation Continuous(Problem problem, TaxSchedules schedules, ContinuousPrior prior, CancellationToken cancellation)
    {
        var curve = new OutputCurve(prior, schedules.Weight, cancellation);

        // E[tax] = E[q − q²/(2θ²)] − E[rent], and a rent of q²/x³ accrues to all skills above x.
        var revenue = Integral.Of(
            skill => curve.At(skill) is var output && prior.Density(skill) is var density && density > 0
                ? ((output - (output * output / (2 * skill * skill))) * density) - (prior.Survival(skill) * output * output / (skill * skill * skill))
                : 0,
            prior.Lower,
            prior.Upper,
            curve.Kinks,
            cancellation);
        return new SolvedTaxation(problem, TaxationGuarantees.Of(schedules))
        {
            Bunches = curve.Bunches,
            Revenue = schedules.Weight == 0 ? Amount.Zero : revenue,
        };
    }

    /// <summary>Output and rent (before the rebate) of every skill of a continuous prior.</summary>
    /// <param name="problem">As for <see cref="Solve"/>, with a continuous prior.</param>
    /// <param name="cancellation">Checked between the steps of an integral.</param>
    public static OutputCurve CurveOf(Problem problem, CancellationToken cancellation) =>
        new((ContinuousPrior)PriorOf(problem), ((TaxSchedules)problem.Environment.Feasible).Weight, cancellation);
}
