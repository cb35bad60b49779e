using Fractions;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization.JointPriors;

/// <summary>
/// What each type believes about the others, agent by agent: the common prior that the beliefs come from, or the bet that shows that there is none (MECH0038). Beliefs that are
/// missing or no distributions are MECH0037.
/// </summary>
internal sealed class BeliefsReader(Draft draft, Roster roster, IReadOnlyList<EquatableArray<double>> types)
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Beliefs";

    /// <summary>Larger programs take longer than anybody waits while typing.</summary>
    private const int MostProfiles = 100;

    /// <summary>Further profiles of a bet are counted.</summary>
    private const int MostListed = 4;

    /// <summary>The common prior; null after a finding.</summary>
    public JointDistribution? Read()
    {
        var first = draft.First(Attribute)!.Value;
        if (roster.Count is not { } agents || agents < 1)
        {
            draft.Report(Rule.AgentCountMissing, first.Place, $"[{Attribute}]");
            return null;
        }

        var counts = Enumerable.Range(0, agents).Select(agent => TypesOf(agent).Count).ToList();
        var profiles = counts.Aggregate(1L, (product, count) => Math.Min(int.MaxValue, product * count));
        if (profiles > MostProfiles)
        {
            draft.Report(Rule.NumberOutsideDomain, first.Place, "the number of profiles of types", Words.Of(profiles), $"at most {Words.Of(MostProfiles)}");
            return null;
        }

        var space = new TypeSpace(counts.ToEquatableArray());
        List<EquatableArray<EquatableArray<Fraction>>> beliefs = [];
        for (var agent = 0; agent < agents; agent++)
        {
            if (RowsOf(space, agent) is not { } rows)
            {
                return null;
            }

            beliefs.Add(rows);
        }

        return CommonPrior.Of(space, beliefs.ToEquatableArray(), CancellationToken.None) switch
        {
            BeliefOrigin.Common(var masses) => PriorOf(space, masses, first),
            BeliefOrigin.Bet bet => Refuse(space, bet, first),
            _ => null,
        };
    }

    private JointDistribution? PriorOf(TypeSpace space, EquatableArray<Fraction> masses, Use first)
    {
        foreach (var (agent, type) in Enumerable.Range(0, space.Agents).SelectMany(agent => Enumerable.Range(0, space.Counts[agent]).Select(type => (agent, type))))
        {
            if (Enumerable.Range(0, space.Others(agent)).All(others => masses[space.Join(agent, type, others)].IsZero))
            {
                draft.Report(Rule.BeliefWeights, first.Place, $"the type {Words.Of(TypesOf(agent)[type])} of {Name(agent)} has probability zero in the common prior of these beliefs: leave it out of the types, or let the others think it possible");
                return null;
            }
        }

        return JointDistribution.FromWeights(space, masses);
    }

    private JointDistribution? Refuse(TypeSpace space, BeliefOrigin.Bet bet, Use first)
    {
        var profiles = Enumerable.Range(0, space.Profiles).Where(profile => bet.Payments[profile].Any(payment => !payment.IsZero)).ToList();
        var listed = profiles.Take(MostListed).Select(profile =>
            $"at {ProfileText(space, profile)} {string.Join(" and ", Enumerable.Range(0, space.Agents).Where(agent => !bet.Payments[profile][agent].IsZero).Select(agent => bet.Payments[profile][agent].IsNegative ? $"{Name(agent)} receives {RationalText.Of(-bet.Payments[profile][agent])}" : $"{Name(agent)} pays {RationalText.Of(bet.Payments[profile][agent])}"))}");
        var rest = profiles.Count > MostListed ? $", and so on at {Words.Of(profiles.Count - MostListed)} more profiles" : string.Empty;
        var least = bet.Gains.SelectMany(row => row).Min();
        draft.Report(Rule.NoCommonPrior, first.Place, draft.TypeName, $"{string.Join(", ", listed)}{rest}", RationalText.Of(least));
        return null;
    }

    /// <summary>The beliefs of an agent's types; null after a finding.</summary>
    private EquatableArray<EquatableArray<Fraction>>? RowsOf(TypeSpace space, int agent)
    {
        var uses = draft.All(Attribute).ToList();
        var own = uses.FindAll(use => roster.IsNamed && use.TextOf("Agent") == roster.Names[agent]);
        var stating = own.Count > 0 ? own : uses.FindAll(use => use.TextOf("Agent") is null);
        if (stating.Count == 0)
        {
            draft.Report(Rule.BeliefWeights, roster.Uses[agent].Place, $"{Name(agent)} has none; add [{Attribute}(..., Agent = \"{roster.Names[agent]}\")]");
            return null;
        }

        if (stating.Count > 1)
        {
            draft.Report(Rule.AttributesExclude, stating[1].Place, [Attribute, Attribute, $"both state what {Name(agent)} believes"], new FixProperty(FixData.Other, Attribute));
            return null;
        }

        var (use, others) = (stating[0], space.Others(agent));
        var weights = use.Text(0) is { } text ? JointPriorReader.WeightsOfText(draft, use, text, Rule.BeliefWeights) : JointPriorReader.WeightsOfNumbers(draft, use, Rule.BeliefWeights);
        if (weights is null)
        {
            return null;
        }

        if (weights.Count != space.Counts[agent] * others)
        {
            return Report(use, $"they have {Words.Of(weights.Count)} weights, but {Words.Of(space.Counts[agent])} types of {Name(agent)} face {Words.Of(others)} profiles of the others each");
        }

        if (weights.FindIndex(weight => weight.IsNegative) is >= 0 and var negative)
        {
            return Report(use, $"the weight {RationalText.Of(weights[negative])} in what {Name(agent)} believes at {Words.Of(TypesOf(agent)[negative / others])} is below zero");
        }

        List<EquatableArray<Fraction>> rows = [];
        for (var type = 0; type < space.Counts[agent]; type++)
        {
            var row = weights.GetRange(type * others, others);
            var sum = row.Aggregate(Fraction.Zero, (total, weight) => total + weight);
            if (sum.IsZero)
            {
                return Report(use, $"all weights in what {Name(agent)} believes at {Words.Of(TypesOf(agent)[type])} are zero");
            }

            rows.Add(row.Select(weight => (weight / sum).Reduce()).ToEquatableArray());
        }

        return rows.ToEquatableArray();
    }

    private EquatableArray<EquatableArray<Fraction>>? Report(Use use, string words)
    {
        draft.Report(Rule.BeliefWeights, use.Place, words);
        return null;
    }

    private string ProfileText(TypeSpace space, int profile) => "(" + string.Join(", ", space.TypesAt(profile).Select((type, agent) => Words.Of(TypesOf(agent)[type]))) + ")";

    private EquatableArray<double> TypesOf(int agent) => types[roster.IsNamed ? agent : 0];

    private string Name(int agent) => roster.IsNamed ? $"'{roster.Names[agent]}'" : $"agent {Words.Of(agent)}";
}
