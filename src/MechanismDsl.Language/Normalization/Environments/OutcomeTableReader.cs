using System.Globalization;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>Runs the author's methods about outcomes while the declaration is read: what they give enters the problem as numbers.</summary>
internal sealed class OutcomeTableReader(Draft draft, Use outcomes, EquatableArray<EnumMember> members)
{
    /// <summary>The outcomes in order.</summary>
    public EquatableArray<EnumMember> Members => members;

    /// <summary>The numbers of a method of the outcome alone, one an outcome; empty without such a method, or if a finding says why there are none.</summary>
    /// <param name="attribute">The attribute that marks it: <c>Cost</c> or <c>Boost</c>.</param>
    /// <param name="money">The money in which they are stated.</param>
    public EquatableArray<double> Numbers(string attribute, Money money)
    {
        if (draft.Rule(attribute) is not { } rule || !IsUsable(rule, 1))
        {
            return [];
        }

        List<double> numbers = [];
        var compiled = new CompiledRule(rule.Body!);
        foreach (var member in members)
        {
            if (Evaluate(rule, compiled, member, null) is not { } number)
            {
                return [];
            }

            if (money.RoundDown(number) != number)
            {
                draft.Report(Findings.Rule.NumberOutsideDomain, new Place.Rule(attribute, 0), $"what '{rule.Name}' gives for {member.Name}", Words.Of(number), "a multiple of the money's step");
                return [];
            }

            numbers.Add(number);
        }

        return numbers.ToEquatableArray();
    }

    /// <summary>Whether a method takes an outcome first, so many parameters in all, and returns a number by rules that can be read (MECH1010, MECH1011, MECH1012).</summary>
    public bool IsUsable(RuleMethod rule, int parameters)
    {
        var shape = parameters == 1 ? "one outcome" : "one outcome and one type";
        if (rule.Obstacle is { } obstacle)
        {
            SignatureCheck.Report(draft, rule, obstacle);
        }
        else if (!rule.IsStatic)
        {
            SignatureCheck.Report(draft, rule, "it must be static", new FixProperty(FixData.Signature, SignatureRepair.Static));
        }
        else if (rule.Parameters.FirstOrDefault(parameter => parameter.Type is RuleType.Sequence) is { } others)
        {
            draft.Report(Findings.Rule.InterdependentValue, new Place.Rule(rule.Attribute, rule.Ordinal, others.Name), rule.Name, others.Name);
        }
        else if (rule.Parameters.Count != parameters || !IsOutcome(rule.Parameters[0].Type) || (parameters == 2 && rule.Parameters[1].Type is not RuleType.Number(not NumberKind.Boolean)))
        {
            SignatureCheck.Report(draft, rule, $"it must take {shape}: {outcomes.Attribute.TypeArgument?.Name} outcome{(parameters == 1 ? string.Empty : ", double type")}");
        }
        else if (rule.Returns is not RuleType.Number(not NumberKind.Boolean))
        {
            SignatureCheck.Report(draft, rule, $"it returns {SignatureCheck.Words(rule.Returns)}, but must return a number (double, decimal, int or long)");
        }
        else if (rule.Body is null)
        {
            draft.Report(Findings.Rule.OutsideSubset, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, rule.NotUnderstood ?? "it has no body");
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>What a method gives for an outcome and, if it takes one, a type; null after a finding if it is no number of the domain (MECH1014).</summary>
    public double? Evaluate(RuleMethod rule, CompiledRule compiled, EnumMember member, double? type)
    {
        EquatableArray<EquatableArray<Scalar>> arguments = [[OutcomeAs(rule.Body!.Parameters[0].Variable.Kind, member)]];
        if (type is { } report)
        {
            arguments = [arguments[0], [NumberAs(rule.Body.Parameters[1].Variable.Kind, report)]];
        }

        var result = compiled.Execute(arguments);
        var at = member.Name + (type is { } one ? $" and type {Words.Of(one)}" : string.Empty);
        if (result is not { Status: RunStatus.Completed, Values: [var scalar] })
        {
            draft.Report(Findings.Rule.NoResult, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, $"at {at} it {(result.Status == RunStatus.Failed ? $"throws {result.Failure}" : "takes too many steps")}");
            return null;
        }

        var number = scalar.ToNumber();
        if (!(number >= -Words.Largest && number <= Words.Largest) || (scalar.Kind == ScalarKind.Decimal && (decimal)number != scalar.AsDecimal))
        {
            draft.Report(Findings.Rule.NoResult, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Name, $"at {at} it gives {scalar.ToString().TrimEnd('d', 'm', 'L')}, and values lie from -1E15 to 1E15 with at most 15 digits");
            return null;
        }

        // A sum with zero makes −0 a zero.
        return number + 0.0;
    }

    private bool IsOutcome(RuleType type) => type is RuleType.Enumeration(var name) && name.Replace("@", string.Empty) == outcomes.Attribute.TypeArgument?.FullName;

    private static Scalar OutcomeAs(ScalarKind kind, EnumMember member)
    {
        var value = long.Parse(member.Value, CultureInfo.InvariantCulture);
        return kind == ScalarKind.Int64 ? Scalar.Of(value) : Scalar.Of((int)value);
    }

    /// <summary>A number as a scalar of a kind that holds it.</summary>
    internal static Scalar NumberAs(ScalarKind kind, double value) => kind switch
    {
        ScalarKind.Int32 => Scalar.Of((int)value),
        ScalarKind.Int64 => Scalar.Of((long)value),
        ScalarKind.Decimal => Scalar.Of((decimal)value),
        _ => Scalar.Of(value),
    };
}
