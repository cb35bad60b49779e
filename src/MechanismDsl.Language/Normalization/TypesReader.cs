using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The finitely many types of the agents: their own before those for all. Numbers that are no types are MECH0013, two answers MECH0005.</summary>
internal static class TypesReader
{
    /// <summary>More types than this make no profile table that anybody would check.</summary>
    private const int Most = 1000;

    /// <summary>The types of the agents in order, empty for an interval; one entry for alike agents.</summary>
    public static IReadOnlyList<EquatableArray<double>> Read(Draft draft, Roster roster, OwnRules? own, Money money)
    {
        Dictionary<string, EquatableArray<double>> ofAgents = new(StringComparer.Ordinal);
        EquatableArray<double>? general = null;
        foreach (var use in draft.Uses.Where(use => use.Name is "Types" or "TypeRange"))
        {
            if (!draft.HasOwnRules && !Environments.ChoiceReader.HasTypes(draft) && !JointPriors.JointPriorReader.Applies(draft) && !Optima.OptimalReader.Applies(draft))
            {
                draft.Report(Rule.WithoutEffect, use.Place, use.Name, "finite types matter to rules of one's own, and no method is marked [Score], [Allocation], [Payment] or [Value]");
            }

            var types = use.Name == "Types" ? Listed(draft, use) : Range(draft, use);
            Place At(int index) => use.Name == "Types" ? use.At(0, index) : use.Place;
            for (var index = 0; own is not null && index < types.Count; index++)
            {
                if (Obstacle(types[index], own.Report, money) is { } domain)
                {
                    draft.Report(Rule.NumberOutsideDomain, At(index), "the type", Words.Of(types[index]), domain);
                    break;
                }
            }

            if (use.TextOf("Agent") is { } agent)
            {
                if (ofAgents.ContainsKey(agent))
                {
                    Repeated(draft, use, $"'{agent}'");
                }

                ofAgents[agent] = types;
            }
            else
            {
                if (general is not null)
                {
                    Repeated(draft, use, "every agent");
                }

                general = types;
            }
        }

        return roster.IsNamed ? [.. roster.Names.Select(name => ofAgents.TryGetValue(name, out var types) ? types : general ?? [])] : [general ?? []];
    }

    private static EquatableArray<double> Listed(Draft draft, Use use)
    {
        var types = use.Numbers(0);
        if (types.Count is 0 or > Most)
        {
            draft.Report(Rule.NumberOutsideDomain, use.Place, "the number of types", Words.Of(types.Count), $"from 1 to {Words.Of(Most)}");
            return [];
        }

        for (var index = 0; index < types.Count; index++)
        {
            if (!(types[index] >= 0 && types[index] <= Words.Largest))
            {
                draft.Report(Rule.NumberOutsideDomain, use.At(0, index), "the type", Words.Of(types[index]), "a number from 0 to 1E15");
                return [];
            }

            if (index > 0 && types[index] <= types[index - 1])
            {
                draft.Report(Rule.NumberOutsideDomain, use.At(0, index), "the type", Words.Of(types[index]), $"above the one before it, {Words.Of(types[index - 1])}: types ascend and differ");
                return [];
            }
        }

        // A sum with zero makes −0 a zero: the domain has one zero.
        return types.Select(type => type + 0.0).ToEquatableArray();
    }

    private static EquatableArray<double> Range(Draft draft, Use use)
    {
        if (use.Number(0) is not { } low || use.Number(1) is not { } high)
        {
            return [];
        }

        if (!(low >= 0))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the lowest type", Words.Of(low), "at least 0");
            return [];
        }

        if (!(high >= low && high - low < Most))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(1), "the highest type", Words.Of(high), !(high >= low) ? $"at least the lowest, {Words.Of(low)}" : $"less than {Words.Of(low + Most)}: at most {Words.Of(Most)} types");
            return [];
        }

        return Enumerable.Range((int)low, (int)(high - low) + 1).Select(type => (double)type).ToEquatableArray();
    }

    private static string? Obstacle(double type, ReportField report, Money money)
    {
        if (type < report.Low || type > report.High)
        {
            return $"inside the domain of '{report.Name}', from {Words.Of(report.Low)} to {Words.Of(report.High)}";
        }

        var step = 1m;
        for (var digit = 0; digit < money.Decimals; digit++)
        {
            step /= 10;
        }

        return money.IsGrid && (decimal)type % step != 0 ? FormattableString.Invariant($"a multiple of {step}, the step of its money") : null;
    }

    private static void Repeated(Draft draft, Use use, string whom) =>
        draft.Report(Rule.AttributesExclude, use.Place, [use.Name, use.Name, $"both state the types of {whom}"], new FixProperty(FixData.Other, use.Name));
}
