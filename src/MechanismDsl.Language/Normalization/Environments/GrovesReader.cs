using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// Reads a <c>[Groves]</c> method, what an agent is charged whatever it reports, by running it at every profile of the others' types (MECH0005, MECH1011, MECH1012,
/// MECH1014). It is not given the own report, so truth stays dominant whatever it says (Groves 1973).
/// </summary>
internal static class GrovesReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Groves";

    /// <summary>More terms than this are not computed while somebody types.</summary>
    private const int MostTerms = 20_000;

    /// <summary>Reports a term where agents report values: it is judged at every profile of types.</summary>
    public static void RefuseWithoutTypes(Draft draft)
    {
        if (draft.Rule(Attribute) is { } rule)
        {
            SignatureCheck.Report(draft, rule, "it is judged at every profile of types, and here the agents report values; a [Value] method makes values follow from types");
        }
    }

    /// <summary>The terms; null without such a method, and if findings say why it cannot be used.</summary>
    public static PaymentRule.Groves? Read(Draft draft, RuleMethod value, Roster roster, Money money, EquatableArray<TypeTable> tables)
    {
        if (draft.Rule(Attribute) is not { } rule || !IsUsable(draft, rule, value) || !IsAlone(draft))
        {
            return null;
        }

        if (draft.HasErrors)
        {
            return null;
        }

        if (tables.Count == 0 || tables.Any(table => table.Types.Count == 0) || roster.Count is not ({ } agents and > 0))
        {
            SignatureCheck.Report(draft, rule, "it is judged at every profile of types, so they must be finitely many ([Types], [TypeRange], [Between] on whole numbers, finite priors) and the number of agents fixed ([Agents(n)], or names)");
            return null;
        }

        var terms = TermsOf(tables, agents);
        if (terms > MostTerms)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, Place(rule), "the number of profiles of the others' types", Words.Of(terms), $"at most {Words.Of(MostTerms)}");
            return null;
        }

        var compiled = new CompiledRule(rule.Body!);
        var groves = GrovesTerms.Of(tables, agents, (_, others) => draft.HasErrors ? 0 : Evaluate(draft, rule, compiled, money, others));
        return draft.HasErrors ? null : groves;
    }

    private static Place.Rule Place(RuleMethod rule) => new(rule.Attribute, rule.Ordinal);

    private static double TermsOf(EquatableArray<TypeTable> tables, int agents) => tables.Count == 1
        ? Math.Pow(tables[0].Types.Count, agents - 1)
        : Enumerable.Range(0, agents).Sum(agent => Enumerable.Range(0, agents).Where(other => other != agent).Aggregate(1.0, (count, other) => count * tables[other].Types.Count));

    private static bool IsUsable(Draft draft, RuleMethod rule, RuleMethod value)
    {
        if (rule.Obstacle is { } obstacle)
        {
            SignatureCheck.Report(draft, rule, obstacle);
            return false;
        }

        if (!rule.IsStatic)
        {
            SignatureCheck.Report(draft, rule, "it must be static", new FixProperty(FixData.Signature, SignatureRepair.Static));
            return false;
        }

        // A [Value] method of another shape has its own finding.
        if (value.Parameters.Count != 2 || value.Parameters[1].Type is not RuleType.Number type || value.Returns is not RuleType.Number money)
        {
            return false;
        }

        if (rule.Parameters is not [{ Type: RuleType.Sequence(SequenceKind.ReadOnlySpan, var element) }] || element != type)
        {
            SignatureCheck.Report(draft, rule, $"it must take the types of the others, in the order of the agents: ReadOnlySpan<{SignatureCheck.Words(type)}> others");
            return false;
        }

        if (rule.Returns != money)
        {
            SignatureCheck.Report(draft, rule, $"it returns {SignatureCheck.Words(rule.Returns)}, but must return {SignatureCheck.Words(money)}, like '{value.Name}'");
            return false;
        }

        if (rule.Body is null)
        {
            draft.Report(Findings.Rule.OutsideSubset, Place(rule), rule.Name, rule.NotUnderstood ?? "it has no body");
            return false;
        }

        return true;
    }

    /// <summary>Whether nothing else says what is paid, and no weight divides it.</summary>
    private static bool IsAlone(Draft draft)
    {
        var rational = draft.First(RationalPaymentCheck.Attribute);
        if (rational is { } use)
        {
            Exclude(draft, use.Place, RationalPaymentCheck.Attribute, "each of them says what is paid");
        }

        var weighted = draft.All("Agent").Where(agent => agent.NumberOf("Weight") is not (null or 1)).ToList();
        foreach (var agent in weighted)
        {
            Exclude(draft, agent.At("Weight"), "Agent", "with weights payments are divided by the agent's own weight, which the term does not know");
        }

        return rational is null && weighted.Count == 0;
    }

    private static void Exclude(Draft draft, Place place, string one, string because) =>
        draft.Report(Findings.Rule.AttributesExclude, place, [one, Attribute, because], new FixProperty(FixData.Other, Attribute));

    private static double Evaluate(Draft draft, RuleMethod rule, CompiledRule compiled, Money money, IReadOnlyList<double> others)
    {
        var kind = rule.Body!.Parameters[0].Variable.Kind;
        var result = compiled.Execute([others.Select(type => OutcomeTableReader.NumberAs(kind, type)).ToEquatableArray()]);
        var at = $"where the others' types are ({string.Join(", ", others.Select(Words.Of))})";
        if (result is not { Status: RunStatus.Completed, Values: [var scalar] })
        {
            draft.Report(Findings.Rule.NoResult, Place(rule), rule.Name, $"{at} it {(result.Status == RunStatus.Failed ? $"throws {result.Failure}" : "takes too many steps")}");
            return 0;
        }

        var number = scalar.ToNumber();
        if (!(number >= -Words.Largest && number <= Words.Largest) || (scalar.Kind == ScalarKind.Decimal && (decimal)number != scalar.AsDecimal))
        {
            draft.Report(Findings.Rule.NoResult, Place(rule), rule.Name, $"{at} it gives {scalar.ToString().TrimEnd('d', 'm', 'L')}, and payments lie from -1E15 to 1E15 with at most 15 digits");
            return 0;
        }

        if (money.RoundDown(number) != number)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, Place(rule), $"what '{rule.Name}' gives {at}", Words.Of(number), "a multiple of the money's step");
            return 0;
        }

        // A sum with zero makes −0 a zero.
        return number + 0.0;
    }
}
