using Fractions;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Optima;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.JointPriors;

/// <summary>
/// The joint distribution of finitely many types. Missing is MECH0040, agents without types MECH0041, weights that are no distribution of their profiles
/// MECH4009; beliefs that no bet tells apart are MECH0042.
/// </summary>
internal sealed class JointPriorReader
{
    private const string Attribute = "JointPrior";
    private const string Goal = "CremerMcLean";

    private readonly Draft _draft;
    private readonly Roster _roster;
    private readonly IReadOnlyList<EquatableArray<double>> _types;

    private JointPriorReader(Draft draft, Roster roster, IReadOnlyList<EquatableArray<double>> types) => (_draft, _roster, _types) = (draft, roster, types);

    /// <summary>Whether the declaration extracts what correlation allows.</summary>
    public static bool Applies(Draft draft) => draft.Has(Goal);

    /// <summary>Whether the declaration says how types depend on each other: by a joint prior, or by what each type believes.</summary>
    public static bool IsStated(Draft draft) => draft.Has(Attribute) || draft.Has(BeliefsReader.Attribute);

    /// <summary>Whether a joint prior is read: extraction needs one, and any optimum may have one.</summary>
    private static bool IsRead(Draft draft) => Applies(draft) || OptimalReader.HasJointPrior(draft);

    /// <summary>The distribution; null where there is none, or a finding says why.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="roster">Its agents.</param>
    /// <param name="types">The types of the agents, one entry for alike agents.</param>
    /// <param name="money">The money, on whose grid types have to lie.</param>
    public static JointDistribution? Read(Draft draft, Roster roster, IReadOnlyList<EquatableArray<double>> types, Money money)
    {
        if (!IsRead(draft))
        {
            if ((draft.First(Attribute) ?? draft.First(BeliefsReader.Attribute)) is { } idle)
            {
                draft.Report(Rule.WithoutEffect, idle.Place, idle.Name, "only [CremerMcLean] and [Optimal] use how types depend on each other");
            }

            return null;
        }

        var reader = new JointPriorReader(draft, roster, types);
        if (!reader.HasTypes(money))
        {
            return null;
        }

        if (draft.First(BeliefsReader.Attribute) is { } beliefs)
        {
            return new BeliefsReader(draft, roster, types).Read() is { } common && (!Applies(draft) || reader.CheckBeliefs(beliefs, common)) ? common : null;
        }

        if (draft.First(Attribute) is not { } use)
        {
            draft.Report(Rule.JointPriorMissing, draft.First(Goal)!.Value.Place, [$"[{Goal}]"], new FixProperty(FixData.Missing, reader.Example()));
            return null;
        }

        return reader.Read(use) is { } prior && (!Applies(draft) || reader.CheckBeliefs(use, prior)) ? prior : null;
    }

    private bool HasTypes(Money money)
    {
        var complete = true;
        for (var agent = 0; agent < _types.Count; agent++)
        {
            if (_types[agent].Count == 0)
            {
                complete = false;
                _draft.Report(Rule.FiniteTypesMissing, _roster.IsNamed ? _roster.Uses[agent].Place : new Place.Type(), [$"[{(Applies(_draft) ? Goal : Attribute)}]", _roster.IsNamed ? $"'{_roster.Names[agent]}'" : "the agents"], new FixProperty(FixData.Missing, "Types(1, 2)"));
            }
            else if (_types[agent].FirstOrDefault(type => money.RoundDown(type) != type) is > 0 and var off)
            {
                complete = false;
                _draft.Report(Rule.NumberOutsideDomain, _draft.First("Types")?.Place ?? new Place.Type(), "the type", Words.Of(off), "a multiple of the money's step");
            }
        }

        return complete;
    }

    private JointDistribution? Read(Use use)
    {
        var weights = use.TextOf("File") is { } path ? ReadFile(use, path) : use.Text(0) is { } text ? ReadText(use, text) : ReadNumbers(use);
        if (weights is null)
        {
            return null;
        }

        if (CountOf(weights.Count) is not { } agents)
        {
            ReportCount(use, weights.Count);
            return null;
        }

        var counts = Enumerable.Range(0, agents).Select(agent => _types[_roster.IsNamed ? agent : 0].Count).ToList();
        var profiles = counts.Aggregate(1L, (product, count) => Math.Min(int.MaxValue, product * count));
        if (profiles > ExtractionSolver.MostProfiles)
        {
            _draft.Report(Rule.NumberOutsideDomain, use.Place, "the number of profiles of types", Words.Of(profiles), $"at most {Words.Of(ExtractionSolver.MostProfiles)}");
            return null;
        }

        if (profiles != weights.Count)
        {
            ReportCount(use, weights.Count);
            return null;
        }

        var space = new TypeSpace(counts.ToEquatableArray());
        if (weights.FindIndex(weight => weight.IsNegative) is >= 0 and var negative)
        {
            _draft.Report(Rule.JointWeights, use.Text(0) is null ? use.At(0, negative) : use.Place, $"the weight of the profile {ProfileText(space, negative)} is {RationalText.Of(weights[negative])}, below zero");
            return null;
        }

        foreach (var (agent, type) in Enumerable.Range(0, agents).SelectMany(agent => Enumerable.Range(0, counts[agent]).Select(type => (agent, type))))
        {
            if (Enumerable.Range(0, space.Others(agent)).All(others => weights[space.Join(agent, type, others)].IsZero))
            {
                _draft.Report(
                    Rule.JointWeights,
                    use.Place,
                    weights.TrueForAll(weight => weight.IsZero) ? "all weights are zero" : $"the type {Words.Of(TypesOf(agent)[type])} of {Name(agent)} has probability zero: leave it out of the types, or give it a weight");
                return null;
            }
        }

        return JointDistribution.FromWeights(space, weights);
    }

    private List<Fraction>? ReadFile(Use use, string path)
    {
        if (use.Text(0) is not null || use.Numbers(0).Count > 0)
        {
            _draft.Report(Rule.JointWeights, use.At("File"), "it has weights of its own and those of a file; one of them has to go");
            return null;
        }

        return FilePriorReader.Find(_draft, path, use.At("File")) is { } file ? new JointFile(_draft, _roster, _types, use, path, file).Read() : null;
    }

    private List<Fraction>? ReadText(Use use, string text) => WeightsOfText(_draft, use, text, Rule.JointWeights);

    /// <summary>The weights of a text; null after a finding.</summary>
    public static List<Fraction>? WeightsOfText(Draft draft, Use use, string text, string rule)
    {
        var weights = WeightText.Read(text, out var fault);
        if (fault is not var (word, line, entry))
        {
            return weights;
        }

        draft.Report(rule, use.At(0), $"'{word}' (line {Words.Of(line)}, entry {Words.Of(entry)}) is no weight: weights are whole numbers, decimals and fractions like 4/35");
        return null;
    }

    private List<Fraction>? ReadNumbers(Use use) => WeightsOfNumbers(_draft, use, Rule.JointWeights);

    /// <summary>The weights of an array; null after a finding.</summary>
    public static List<Fraction>? WeightsOfNumbers(Draft draft, Use use, string rule)
    {
        var numbers = use.Numbers(0).ToList();
        if (numbers.FindIndex(weight => double.IsNaN(weight) || double.IsInfinity(weight)) is >= 0 and var endless)
        {
            draft.Report(rule, use.At(0, endless), $"the weight {Words.Of(numbers[endless])} is no finite number");
            return null;
        }

        return [.. numbers.Select(RationalText.FromDecimal)];
    }

    /// <summary>The number of agents: declared, or the one that the weights need.</summary>
    private int? CountOf(int weights)
    {
        if (_roster.Count is { } declared)
        {
            return declared;
        }

        var count = 0;
        for (long profiles = 1; profiles < weights && _types[0].Count > 1; count++)
        {
            profiles *= _types[0].Count;
        }

        return count > 0 && count >= _roster.Min && count <= (_roster.Max ?? count) ? count : null;
    }

    private void ReportCount(Use use, int weights)
    {
        var needed = _roster.Count is { } agents
            ? $"{Words.Of(agents)} agents have {string.Join(" × ", Enumerable.Range(0, agents).Select(agent => Words.Of(TypesOf(agent).Count)))} profiles of types"
            : $"agents with {Words.Of(_types[0].Count)} types each have {Words.Of(_types[0].Count)}, {Words.Of(Math.Pow(_types[0].Count, 2))}, {Words.Of(Math.Pow(_types[0].Count, 3))}, … profiles";
        _draft.Report(Rule.JointWeights, use.Place, [$"it has {Words.Of(weights)} weights, but {needed}"], new FixProperty(FixData.Missing, Refitted(use)));
    }

    /// <summary>The given weights, cut off or continued with ones, where the number of profiles is known; empty elsewhere.</summary>
    private string Refitted(Use use)
    {
        var agents = _roster.Count ?? 2;
        var profiles = Enumerable.Range(0, agents).Aggregate(1L, (product, agent) => Math.Min(int.MaxValue, product * TypesOf(agent).Count));
        return use.Text(0) is not null || profiles > 100
            ? string.Empty
            : $"{Attribute}({string.Join(", ", Enumerable.Range(0, (int)profiles).Select(profile => profile < use.Numbers(0).Count ? Words.Of(use.Numbers(0)[profile]) : "1"))})";
    }

    /// <summary>What bets cannot tell apart is an error; types that share a belief are not, they are pooled.</summary>
    private bool CheckBeliefs(Use use, JointDistribution prior)
    {
        for (var agent = 0; agent < prior.Types.Agents; agent++)
        {
            if (BeliefCondition.Of(prior, agent, CancellationToken.None).ConeCombinations.FirstOrDefault(combination => combination is not null) is { } mixture)
            {
                var parts = Enumerable.Range(0, mixture.Weights.Count)
                    .Where(type => !mixture.Weights[type].IsZero)
                    .Select(type => $"{RationalText.Of(mixture.Weights[type])} of its belief at {Words.Of(TypesOf(agent)[type])}");
                _draft.Report(Rule.BeliefMixed, use.Place, Name(agent), Words.Of(TypesOf(agent)[mixture.Type]), string.Join(" and ", parts));
                return false;
            }
        }

        return true;
    }

    /// <summary>Weights to start from: profiles in which all types have the same rank count double.</summary>
    private string Example()
    {
        var counts = _roster.IsNamed ? _types.Select(types => types.Count).ToList() : [.. Enumerable.Repeat(_types[0].Count, _roster.Count ?? 2)];
        var profiles = counts.Aggregate(1L, (product, count) => Math.Min(int.MaxValue, product * count));
        if (profiles > 100)
        {
            return string.Empty;
        }

        var space = new TypeSpace(counts.ToEquatableArray());
        return $"{Attribute}({string.Join(", ", Enumerable.Range(0, space.Profiles).Select(profile => space.TypesAt(profile).Distinct().Count() == 1 ? 2 : 1))})";
    }

    private string ProfileText(TypeSpace space, int profile) =>
        "(" + string.Join(", ", space.TypesAt(profile).Select((type, agent) => Words.Of(TypesOf(agent)[type]))) + ")";

    private EquatableArray<double> TypesOf(int agent) => _types[_roster.IsNamed ? agent : 0];

    private string Name(int agent) => _roster.IsNamed ? $"'{_roster.Names[agent]}'" : $"agent {Words.Of(agent)}";
}
