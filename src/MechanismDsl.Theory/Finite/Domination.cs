using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Finite;

/// <summary>By what mechanisms are compared.</summary>
public enum PerformanceMeasure
{
    /// <summary>Every agent's utility at every profile; the platform must not pay more at any profile.</summary>
    ExPostWelfare,

    /// <summary>Every type's expected utility; the platform must not pay more in expectation.</summary>
    InterimWelfare,

    /// <summary>Payments less cost at every profile.</summary>
    Revenue,
}

/// <summary>
/// Whether some mechanism with given guarantees is at least as good everywhere and better somewhere (Börgers 2015): a linear program maximises the sum of all
/// improvements. If that is zero, its dual proves that the mechanism is undominated.
/// </summary>
public static class Domination
{
    /// <summary>A mechanism that dominates a given one; null if none does.</summary>
    /// <param name="mechanism">The given one.</param>
    /// <param name="prior">The common prior.</param>
    /// <param name="measure">By what they are compared.</param>
    /// <param name="guarantees">What the dominating one must promise; the given one should, too.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <exception cref="InvalidOperationException">The budget of exact pivots was spent, or the given mechanism lacks a guarantee that no dominating one has.</exception>
    public static FiniteMechanism? Of(FiniteMechanism mechanism, JointDistribution prior, PerformanceMeasure measure, IEnumerable<Guarantee> guarantees, CancellationToken cancellation)
    {
        var (program, baseline) = Program(mechanism, prior, measure, guarantees);
        return program.Program.Solve(cancellation) switch
        {
            LinearAnswer.Optimal(var value, var primal, _) => value > baseline ? program.Read(primal) : null,
            LinearAnswer.Unbounded(var point, var ray) => program.Read(point.Select((start, index) => start + ray[index]).ToEquatableArray()),
            LinearAnswer.Infeasible => throw new InvalidOperationException("Not even the given mechanism has the guarantees."),
            _ => throw new InvalidOperationException("The budget of exact pivots was spent."),
        };
    }

    /// <summary>The program of all mechanisms that are at least as good everywhere, with the sum of all improvements as its goal, and that sum at the given mechanism.</summary>
    /// <param name="mechanism">The given one.</param>
    /// <param name="prior">The common prior.</param>
    /// <param name="measure">By what they are compared.</param>
    /// <param name="guarantees">What the others must promise.</param>
    internal static (MechanismProgram Program, Fraction Baseline) Program(FiniteMechanism mechanism, JointDistribution prior, PerformanceMeasure measure, IEnumerable<Guarantee> guarantees)
    {
        var program = new MechanismProgram(mechanism.Design, prior, guarantees);
        var improvements = new LinearForm();
        var baseline = Fraction.Zero;
        foreach (var (name, form, least, counts) in Comparisons(program, mechanism, prior, measure))
        {
            program.Program.Constrain(name, form, Relation.AtLeast, least);
            if (counts)
            {
                improvements.Add(form, 1);
                baseline += least;
            }
        }

        program.Program.Maximise(improvements);
        return (program, baseline);
    }

    /// <summary>
    /// The efficient mechanism in which everybody gains the same share of what is forgone at a profile, at the same sum of payments less cost: where something is
    /// forgone, it dominates ex post, incentives aside.
    /// </summary>
    public static FiniteMechanism Sharing(FiniteMechanism mechanism)
    {
        var (design, types) = (mechanism.Design, mechanism.Design.Types);
        List<EquatableArray<Fraction>> lotteries = [];
        List<EquatableArray<Fraction>> payments = [];
        for (var profile = 0; profile < types.Profiles; profile++)
        {
            var at = profile;
            var best = design.BestWelfare(profile);
            var chosen = Enumerable.Range(0, design.Outcomes).First(outcome => design.Welfare(at, outcome) == best);
            var share = (best - mechanism.Welfare(profile)) / types.Agents;
            lotteries.Add(Enumerable.Range(0, design.Outcomes).Select(outcome => outcome == chosen ? Fraction.One : Fraction.Zero).ToEquatableArray());
            payments.Add(Enumerable.Range(0, types.Agents).Select(agent =>
                (design.Values[agent][types.TypeAt(at, agent)][chosen] - mechanism.Utility(agent, types.TypeAt(at, agent), at) - share).Reduce()).ToEquatableArray());
        }

        return new FiniteMechanism(design, lotteries.ToEquatableArray(), payments.ToEquatableArray());
    }

    /// <summary>What must be at least as good, by how much it is now, and whether an improvement of it counts.</summary>
    private static IEnumerable<(string Name, LinearForm Form, Fraction Least, bool Counts)> Comparisons(MechanismProgram program, FiniteMechanism mechanism, JointDistribution prior, PerformanceMeasure measure)
    {
        var types = mechanism.Design.Types;
        var profiles = Enumerable.Range(0, types.Profiles).ToList();
        if (measure == PerformanceMeasure.InterimWelfare)
        {
            yield return ("expected surplus", Sum(profiles, SurplusAt), Amount(profiles, mechanism.Surplus), false);
        }
        else
        {
            foreach (var profile in profiles)
            {
                yield return (FormattableString.Invariant($"surplus {profile}"), SurplusAt(profile), mechanism.Surplus(profile), measure == PerformanceMeasure.Revenue);
            }
        }

        if (measure == PerformanceMeasure.Revenue)
        {
            yield break;
        }

        for (var agent = 0; agent < types.Agents; agent++)
        {
            var whose = agent;
            var groups = measure == PerformanceMeasure.ExPostWelfare ? profiles.Select(profile => new[] { profile }.ToList()) : profiles.GroupBy(profile => types.TypeAt(profile, whose)).Select(group => group.ToList());
            foreach (var group in groups)
            {
                Fraction Weight(int profile) => measure == PerformanceMeasure.ExPostWelfare ? Fraction.One : prior.Masses[profile];
                var form = group.Aggregate(new LinearForm(), (sum, profile) => sum.Add(Utility(whose, profile), Weight(profile)));
                var least = group.Aggregate(Fraction.Zero, (sum, profile) => sum + (Weight(profile) * mechanism.Utility(whose, types.TypeAt(profile, whose), profile)));
                yield return (FormattableString.Invariant($"utility {agent} {group[0]}"), form, least, true);
            }
        }

        LinearForm Utility(int agent, int profile)
        {
            var form = new LinearForm().Add(program.PaymentVariable(profile, agent), -1);
            for (var outcome = 0; outcome < mechanism.Design.Outcomes; outcome++)
            {
                form.Add(program.ChanceVariable(profile, outcome), mechanism.Design.Values[agent][types.TypeAt(profile, agent)][outcome]);
            }

            return form;
        }

        LinearForm SurplusAt(int profile)
        {
            var form = new LinearForm();
            for (var outcome = 0; outcome < mechanism.Design.Outcomes; outcome++)
            {
                form.Add(program.ChanceVariable(profile, outcome), -mechanism.Design.Costs[outcome]);
            }

            return Enumerable.Range(0, types.Agents).Aggregate(form, (sum, agent) => sum.Add(program.PaymentVariable(profile, agent), 1));
        }

        LinearForm Sum(List<int> over, Func<int, LinearForm> form) => over.Aggregate(new LinearForm(), (sum, profile) => sum.Add(form(profile), prior.Masses[profile]));

        Fraction Amount(List<int> over, Func<int, Fraction> amount) => over.Aggregate(Fraction.Zero, (sum, profile) => sum + (prior.Masses[profile] * amount(profile)));
    }
}
