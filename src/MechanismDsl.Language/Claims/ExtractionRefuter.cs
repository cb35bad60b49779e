using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>Says at which types a guarantee of a sale to agents with correlated types fails. Every profile is computed, so what is not refuted holds.</summary>
internal sealed class ExtractionRefuter(SolvedExtraction solution)
{
    private readonly TypeSpace _types = solution.Prior.Types;
    private readonly FiniteMechanism _table = solution.Table;

    /// <summary>The counterexample in words; null if the guarantee holds.</summary>
    public string? Refute(Guarantee guarantee) => FiniteGuarantees.Witness(_table, solution.Prior, guarantee) is not { } witness ? null : guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(witness),
        Guarantee.BayesianIncentiveCompatible =>
            $"{Name(witness.Agent)} at {Value(witness.Agent, witness.Type)} expects {Text(Interim(witness, witness.Type))} from the truth and {Text(Interim(witness, witness.Report))} from reporting {Value(witness.Agent, witness.Report)}: it gains {Text(witness.Loss)}",
        Guarantee.ExPostIndividuallyRational =>
            $"at the types {Profile(witness.Profile, witness.Agent)} {Name(witness.Agent)} {Fate(witness.Agent, witness.Profile)}, which leaves it {Text(-witness.Loss)}: a loss of {Text(witness.Loss)}",
        Guarantee.InterimIndividuallyRational => $"{Name(witness.Agent)} at {Value(witness.Agent, witness.Type)} expects to lose {Text(witness.Loss)}",
        Guarantee.ExAnteIndividuallyRational => $"{Name(witness.Agent)} expects to lose {Text(witness.Loss)} before it knows its type",
        Guarantee.ExPostBudgetBalanced or Guarantee.NoDeficit =>
            $"at the types {Profile(witness.Profile, -1)} the payments sum to {Text(_table.Cost(witness.Profile) - witness.Loss)}, {(witness.Loss.IsPositive ? "less" : "more")} than the cost {Text(_table.Cost(witness.Profile))}",
        Guarantee.ExAnteBudgetBalanced => $"expected payments, less the expected cost, are {Text(-witness.Loss)}",
        Guarantee.NoSubsidy => $"at the types {Profile(witness.Profile, witness.Agent)} {Name(witness.Agent)} receives {Text(witness.Loss)}",
        _ => $"at the types {Profile(witness.Profile, -1)} another decision is worth {Text(witness.Loss)} more",
    };

    private string Lie(FiniteWitness witness)
    {
        var lie = _types.With(witness.Profile, witness.Agent, witness.Report);
        return $"at the types {Profile(witness.Profile, witness.Agent)} {Name(witness.Agent)} {Fate(witness.Agent, witness.Profile)}; reporting {Value(witness.Agent, witness.Report)} it {Fate(witness.Agent, lie)}: it gains {Text(witness.Loss)}";
    }

    private string Fate(int agent, int profile)
    {
        var (chance, payment) = (_table.Lotteries[profile][agent], _table.Payments[profile][agent]);
        var gets = chance.IsZero ? "gets nothing" : chance == Fraction.One ? "gets the item" : $"gets the item with probability {Text(chance)}";
        return $"{gets} and {(payment.IsNegative ? $"receives {Text(-payment)}" : payment.IsZero ? "pays nothing" : $"pays {Text(payment)}")}";
    }

    private Fraction Interim(FiniteWitness witness, int report) => _table.InterimUtility(solution.Prior, witness.Agent, witness.Type, report);

    private string Profile(int profile, int focal) => "(" + string.Join(", ", _types.TypesAt(profile).Select((type, agent) => agent == focal ? $"[{Value(agent, type)}]" : Value(agent, type))) + ")";

    private string Value(int agent, int type) => NumberText.Words(solution.Values[agent][type], 10);

    private string Name(int agent) => solution.Problem.Population is Population.Named(var named) ? $"'{named[agent].Name}'" : FormattableString.Invariant($"agent {agent}");

    private static string Text(Fraction number) => RationalText.Of(number);
}
