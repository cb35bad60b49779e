using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The numbers that stand in rules: what people get wrong, they get wrong there.</summary>
internal static class RuleLiterals
{
    // Smaller integers are indices and counters nearly always; as numbers they are looked at anyway, because they are round.
    private const int SmallestInteger = 4;

    /// <summary>The finite numbers in all rules of a system, ascending, each once, without the small integers of loops.</summary>
    public static double[] Of(RuleSystem system)
    {
        var literals =
            from rule in new[] { system.Score, system.Allocation, system.Payment }
            where rule is not null
            from literal in RuleWalk.Literals(rule).Concat(RuleWalk.TableValues(rule))
            where literal.Kind != ScalarKind.Boolean
            let number = literal.ToNumber()
            where !(literal.Kind is ScalarKind.Int32 or ScalarKind.Int64 && Math.Abs(number) < SmallestInteger) && Failures.OfNumber(number) is null
            select number;
        return [.. literals.Distinct().OrderBy(number => number)];
    }
}
