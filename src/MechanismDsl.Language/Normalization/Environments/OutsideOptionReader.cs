using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>Reads an <c>[OutsideOption]</c> method, what staying away is worth to a type, by running it for every type (MECH0005, MECH1011, MECH1012, MECH1014).</summary>
internal static class OutsideOptionReader
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "OutsideOption";

    /// <summary>Reports a method where agents report values: it takes a type.</summary>
    public static void RefuseWithoutTypes(Draft draft)
    {
        if (draft.Rule(Attribute) is { } rule)
        {
            SignatureCheck.Report(draft, rule, "it takes a type, and here the agents report values; a [Value] method makes values follow from types");
        }
    }

    /// <summary>The tables of types with the outside options of each; the same tables without such a method, and if findings say why it cannot be used.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="value">The method that says what outcomes are worth to a type.</param>
    /// <param name="roster">The agents.</param>
    /// <param name="tables">Their types, one entry an agent or one for all.</param>
    public static EquatableArray<TypeTable> Read(Draft draft, RuleMethod value, Roster roster, EquatableArray<TypeTable> tables)
    {
        if (draft.Rule(Attribute) is not { } rule || !IsUsable(draft, rule, value) || draft.HasErrors)
        {
            return tables;
        }

        if (tables.Count == 0 || tables.Any(table => table.Types.Count == 0))
        {
            SignatureCheck.Report(draft, rule, "it is run for every type, so they must be finitely many ([Types], [TypeRange], [Between] on whole numbers, finite priors)");
            return tables;
        }

        var compiled = new CompiledRule(rule.Body!);
        return tables
            .Select((table, agent) => tables.Count > 1 && roster.Uses[agent].NumberOf(Attribute) is not null
                ? table
                : table with { Options = table.Types.Select(type => draft.HasErrors ? 0 : Evaluate(draft, rule, compiled, type)).ToEquatableArray() })
            .ToEquatableArray();
    }

    private static bool IsUsable(Draft draft, RuleMethod rule, RuleMethod value)
    {
        // A [Value] method of another shape has its own finding.
        if (value.Parameters.Count != 2 || value.Parameters[1].Type is not RuleType.Number type)
        {
            return false;
        }

        if (rule.Obstacle is { } obstacle)
        {
            SignatureCheck.Report(draft, rule, obstacle);
        }
        else if (!rule.IsStatic)
        {
            SignatureCheck.Report(draft, rule, "it must be static", new FixProperty(FixData.Signature, SignatureRepair.Static));
        }
        else if (rule.Parameters is not [{ Type: RuleType.Number own }] || own != type)
        {
            SignatureCheck.Report(draft, rule, $"it must take one type, like '{value.Name}': {SignatureCheck.Words(type)} type");
        }
        else if (rule.Returns is not RuleType.Number(not NumberKind.Boolean))
        {
            SignatureCheck.Report(draft, rule, $"it returns {SignatureCheck.Words(rule.Returns)}, but must return a number (double, decimal, int or long)");
        }
        else if (rule.Body is null)
        {
            draft.Report(Rule.OutsideSubset, new Place.Rule(Attribute, rule.Ordinal), rule.Name, rule.NotUnderstood ?? "it has no body");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static double Evaluate(Draft draft, RuleMethod rule, CompiledRule compiled, double type)
    {
        var result = compiled.Execute([[OutcomeTableReader.NumberAs(rule.Body!.Parameters[0].Variable.Kind, type)]]);
        if (result is not { Status: RunStatus.Completed, Values: [var scalar] })
        {
            draft.Report(Rule.NoResult, new Place.Rule(Attribute, rule.Ordinal), rule.Name, $"at type {Words.Of(type)} it {(result.Status == RunStatus.Failed ? $"throws {result.Failure}" : "takes too many steps")}");
            return 0;
        }

        var number = scalar.ToNumber();
        if (!(number >= -Words.Largest && number <= Words.Largest))
        {
            draft.Report(Rule.NoResult, new Place.Rule(Attribute, rule.Ordinal), rule.Name, $"at type {Words.Of(type)} it gives {scalar.ToString().TrimEnd('d', 'm', 'L')}, and outside options lie from -1E15 to 1E15");
            return 0;
        }

        // A sum with zero makes −0 a zero.
        return number + 0.0;
    }
}
