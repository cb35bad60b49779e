using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers switch expressions and statements to choices between the arms, tested in order.</summary>
internal sealed class SwitchLowering(Lowerer lowerer)
{
    /// <summary>The value of the first arm that matches; without one the rule fails.</summary>
    public Value Lower(ISwitchExpressionOperation operation) => Arm(operation, lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Value)), 0);

    /// <summary>Emits a switch statement.</summary>
    /// <returns>Whether nothing after it runs.</returns>
    public bool Lower(ISwitchOperation operation, bool isLast)
    {
        var input = lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Value));
        var label = lowerer.Emission.NewLabel();
        lowerer.Loops.Name(operation.ExitLabel, label);
        var isEnd = false;
        var statements = lowerer.Emission.Capture(() => isEnd = Section(operation, input, 0, isLast));
        if (lowerer.Loops.IsLeft(label))
        {
            lowerer.Emission.Emit(new Statement.Block(label, [.. statements], lowerer.At(operation)));
            return false;
        }

        lowerer.Emission.Emit(statements);
        return isEnd;
    }

    private Value Arm(ISwitchExpressionOperation operation, Value input, int index)
    {
        if (index == operation.Arms.Length)
        {
            return lowerer.Fail(operation, "SwitchExpressionException", operation.Type);
        }

        var arm = operation.Arms[index];
        var test = Guarded(arm.Pattern, lowerer.Patterns.Test(input, arm.Pattern), arm.Guard);
        var isRest = index == operation.Arms.Length - 1 && operation.IsExhaustive && arm.Guard is null;
        return isRest || PatternLowering.IsTruth(test, true)
            ? lowerer.Expressions.Lower(arm.Value)
            : lowerer.Expressions.Choose(operation, test, () => lowerer.Expressions.Lower(arm.Value), () => Arm(operation, input, index + 1));
    }

    // Whether nothing after the switch runs, unless a break leaves it.
    private bool Section(ISwitchOperation operation, Value input, int index, bool isLast)
    {
        if (index == operation.Cases.Length)
        {
            return operation.Cases.FirstOrDefault(IsDefault) is { } otherwise && Body(operation, otherwise, isLast);
        }

        // Labels beside the default of the last section lead where no match leads.
        var section = operation.Cases[index];
        var labels = section.Clauses.Where(clause => clause is not IDefaultCaseClauseOperation).ToList();
        if (labels.Count == 0 || (IsDefault(section) && index == operation.Cases.Length - 1 && !labels.Exists(HasGuard)))
        {
            return Section(operation, input, index + 1, isLast);
        }

        var test = Matches(input, labels, 0);
        if (test is Expression.Constant { Value: var known })
        {
            return known.AsBoolean ? Body(operation, section, isLast) : Section(operation, input, index + 1, isLast);
        }

        bool endsBody = false, endsRest = false;
        var body = lowerer.Emission.Capture(() => endsBody = Body(operation, section, isLast));
        var rest = lowerer.Emission.Capture(() => endsRest = Section(operation, input, index + 1, isLast));
        lowerer.Emission.Emit(new Statement.If(test, [.. body], [.. rest], lowerer.At(section)));
        return endsBody && endsRest;
    }

    private Expression Matches(Value input, IReadOnlyList<ICaseClauseOperation> labels, int index)
    {
        var label = labels[index];
        lowerer.Enter(label);
        var test = label switch
        {
            ISingleValueCaseClauseOperation { Value: var value } when input is Value.Number { Expression: var number } =>
                lowerer.Arithmetic.Apply(label, BinaryOperatorKind.Equals, number, lowerer.Number(value), false),
            IPatternCaseClauseOperation pattern => Guarded(label, lowerer.Patterns.Test(input, pattern.Pattern), pattern.Guard),
            _ => throw Wording.Refuse(label),
        };
        lowerer.Exit();
        return index == labels.Count - 1 ? test : lowerer.Choose(label, test, () => lowerer.Truth(label, true), () => Matches(input, labels, index + 1));
    }

    private Expression Guarded(IOperation pattern, Expression test, IOperation? guard) =>
        guard is null ? test
        : PatternLowering.IsTruth(test, true) ? lowerer.Number(guard)
        : lowerer.Choose(pattern, test, () => lowerer.Number(guard), () => lowerer.Truth(pattern, false));

    private bool Body(ISwitchOperation operation, ISwitchCaseOperation section, bool isLast)
    {
        var body = section.Body;
        var count = body.Length > 0 && body[body.Length - 1] is IBranchOperation { BranchKind: BranchKind.Break } end && SymbolEqualityComparer.Default.Equals(end.Target, operation.ExitLabel)
            ? body.Length - 1
            : body.Length;
        return lowerer.Statements.Lower(body, count, isLast);
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);

    private static bool HasGuard(ICaseClauseOperation clause) => clause is IPatternCaseClauseOperation { Guard: not null };
}
