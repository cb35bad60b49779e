using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// Reads a <c>[Value]</c> method of outcome and type: which types there are, and what the outcomes are worth to each. An agent's types are those of
/// <c>[Types]</c> or <c>[TypeRange]</c>; otherwise the whole numbers of <c>[Between]</c>, if the parameter is one and they are few; otherwise the interval of
/// <c>[Between]</c>; otherwise the values of a finite prior, or the support of a bounded one.
/// </summary>
internal sealed class ValueMethodReader(Draft draft, OutcomeTableReader outcomes, RuleMethod value)
{
    /// <summary>More types than this are an interval to everybody who reads a table.</summary>
    private const int MostTypes = 1000;

    /// <summary>More entries than this are not computed while somebody types.</summary>
    private const int MostEntries = 20_000;

    private RuleInput Type => value.Parameters[1];

    /// <summary>What a problem knows of types and values, and the kind of number that a type is.</summary>
    public (OutcomeChoice Spec, NumberKind Kind) Read(Roster roster, IReadOnlyList<EquatableArray<double>> declared, IReadOnlyList<StatedPrior?> priors)
    {
        if (!outcomes.IsUsable(value, 2))
        {
            return (new OutcomeChoice { Form = ValueForm.OfType, Low = 0, High = 0 }, NumberKind.Double);
        }

        var kind = ((RuleType.Number)Type.Type).Kind;
        var bounds = Bounds(kind);
        var types = declared.Select((own, agent) => TypesOf(own, bounds, priors[agent]?.Prior, kind)).ToList();
        var ends = types.Select((own, agent) => own.Count > 0 ? (own[0], own[own.Count - 1]) : bounds ?? Support(roster, agent, priors[agent]?.Prior)).ToList();
        var (low, high) = (ends.Min(end => end.Item1), ends.Max(end => end.Item2));
        Dictionary<EquatableArray<double>, TypeTable> known = [];
        var isSmall = types.Distinct().Sum(own => own.Count) * outcomes.Members.Count <= MostEntries;
        var tables = draft.HasErrors || !isSmall ? [] : types.Select(own => known.TryGetValue(own, out var table) ? table : known[own] = Tabulate(own)).ToEquatableArray();
        if (!isSmall)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, Place, "the number of types times outcomes", Words.Of(types.Distinct().Sum(own => own.Count) * outcomes.Members.Count), $"at most {Words.Of(MostEntries)}");
        }

        return (new OutcomeChoice { Form = ValueForm.OfType, Low = low, High = high, Tables = tables }, kind);
    }

    private Place.Rule Place => new(value.Attribute, value.Ordinal, Type.Name);

    private (double, double)? Bounds(NumberKind kind)
    {
        ReportReader.Idle(draft, Type with { Between = null }, Place, "a type is all that an agent reports");
        ReportReader.Idle(draft, value.Parameters[0], Place with { Parameter = value.Parameters[0].Name }, "it is the outcome");
        if (Type.Between is not { } bounds)
        {
            return null;
        }

        ReportReader.CheckBounds(draft, Type.Name, bounds, kind, kind == NumberKind.Int32 ? int.MinValue : -Words.Largest, kind == NumberKind.Int32 ? int.MaxValue : Words.Largest, Place);
        // A sum with zero makes −0 a zero: the domain has one zero.
        var (low, high) = IsWhole(kind) ? (Math.Ceiling(bounds.Low) + 0.0, Math.Floor(bounds.High) + 0.0) : (bounds.Low + 0.0, bounds.High + 0.0);
        return low >= -Words.Largest && low <= high && high <= Words.Largest ? (low, high) : (0, 0);
    }

    private EquatableArray<double> TypesOf(EquatableArray<double> declared, (double Low, double High)? bounds, Prior? prior, NumberKind kind)
    {
        var types = declared.Count > 0 ? declared
            : bounds is { } range ? IsWhole(kind) && range.High - range.Low < MostTypes ? Whole(range.Low, range.High) : []
            : prior is AtomicPrior { Values: { Count: <= MostTypes } atoms } ? atoms
            : [];
        if (IsWhole(kind) && types.Any(type => type != Math.Floor(type)))
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, Place, "a type", Words.Of(types.First(type => type != Math.Floor(type))), $"a whole number, because '{Type.Name}' is {SignatureCheck.Keyword(kind)}");
            return [];
        }

        if (bounds is { } inside && types.Any(type => type < inside.Low || type > inside.High))
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, Place, "a type", Words.Of(types.First(type => type < inside.Low || type > inside.High)), $"inside the domain of '{Type.Name}', from {Words.Of(inside.Low)} to {Words.Of(inside.High)}");
            return [];
        }

        return types;
    }

    /// <summary>The support of a bounded prior; a finding without one.</summary>
    private (double, double) Support(Roster roster, int agent, Prior? prior)
    {
        if (prior is { } stated && Math.Abs(stated.Lower) <= Words.Largest && Math.Abs(stated.Upper) <= Words.Largest)
        {
            return (stated.Lower, stated.Upper);
        }

        if (agent == 0 || roster.IsNamed)
        {
            draft.Report(
                Findings.Rule.RuleSignature,
                Place,
                [value.Name, $"'{Type.Name}' has no domain to prove anything on; state it with [Between(low, high)]"],
                new FixProperty(FixData.Signature, SignatureRepair.Between));
        }

        return (0, 0);
    }

    private TypeTable Tabulate(EquatableArray<double> types)
    {
        List<EquatableArray<double>> rows = [];
        var compiled = new CompiledRule(value.Body!);
        foreach (var type in types)
        {
            List<double> row = [];
            foreach (var member in outcomes.Members)
            {
                if (outcomes.Evaluate(value, compiled, member, type) is not { } number)
                {
                    return new TypeTable([], []);
                }

                row.Add(number);
            }

            rows.Add(row.ToEquatableArray());
        }

        return new TypeTable(types, rows.ToEquatableArray());
    }

    private static bool IsWhole(NumberKind kind) => kind is NumberKind.Int32 or NumberKind.Int64;

    private static EquatableArray<double> Whole(double low, double high) =>
        Enumerable.Range(0, (int)(high - low) + 1).Select(step => low + step).ToEquatableArray();
}
