using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers assignments, compound assignments, increments: the target is evaluated once, before the value, and written last.</summary>
internal sealed class AssignmentLowering(Lowerer lowerer)
{
    /// <summary>An assignment as an expression: what was assigned.</summary>
    public Value Lower(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } simple => Assign(simple, isUsed: true)!,
        IDeconstructionAssignmentOperation several => lowerer.Deconstructions.Lower(several),
        ICoalesceAssignmentOperation coalesce => lowerer.Nullables.Lower(coalesce),
        ICompoundAssignmentOperation compound => Compound(compound, isUsed: true)!,
        IIncrementOrDecrementOperation step => Step(step, isUsed: true)!,
        _ => throw RefusedException.At(operation, $"reference {Wording.Source(operation)}"),
    };

    /// <summary>An assignment as a statement.</summary>
    public void LowerStatement(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } simple:
                Assign(simple, isUsed: false);
                break;
            case IDeconstructionAssignmentOperation several:
                lowerer.Deconstructions.Lower(several);
                break;
            case ICoalesceAssignmentOperation coalesce:
                lowerer.Nullables.Lower(coalesce);
                break;
            case ICompoundAssignmentOperation compound:
                Compound(compound, isUsed: false);
                break;
            case IIncrementOrDecrementOperation step:
                Step(step, isUsed: false);
                break;
            default:
                throw RefusedException.At(operation, $"reference {Wording.Source(operation)}");
        }
    }

    private Value? Assign(ISimpleAssignmentOperation operation, bool isUsed)
    {
        if (operation.Target is IDiscardOperation)
        {
            var discarded = lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Value));
            return isUsed ? discarded : null;
        }

        var (target, value) = TargetThenValue(operation.Target, operation.Value);
        if (isUsed)
        {
            value = lowerer.Emission.Keep(value);
        }

        target.Write(value, lowerer.At(operation));
        return isUsed ? value : null;
    }

    private Value? Compound(ICompoundAssignmentOperation operation, bool isUsed)
    {
        if (ArithmeticLowering.IsUsers(operation.OperatorMethod))
        {
            throw RefusedException.At(operation, $"user-defined operator {Wording.Symbol(operation.OperatorMethod!)} in an assignment");
        }

        if (operation.IsLifted || operation.InConversion.IsUserDefined || operation.OutConversion.IsUserDefined)
        {
            throw Wording.Refuse(operation);
        }

        var targetType = operation.Target.Type;
        var targetKind = Lowerer.KindOf(operation.Target, targetType);
        var isShift = ArithmeticLowering.IsShift(operation.OperatorKind);
        var computed = isShift ? targetKind : Lowerer.KindOf(operation.Value, operation.Value.Type);

        // The old value is read before the right-hand side is evaluated.
        Target? target = null;
        var operands = lowerer.Emission.InOrder(
            () => (target = Prepare(operation.Target)).Place,
            () => target!.Read(lowerer.At(operation)),
            () => lowerer.Expressions.Lower(operation.Value));
        target = target!.At(operands[0]);
        if (operands is not [_, Value.Number { Expression: var old }, Value.Number { Expression: var operand }])
        {
            throw Wording.Refuse(operation);
        }

        // The operator is that of the type of the right-hand side, which has been converted to it.
        var computedType = isShift ? targetType : operation.Value.Type;
        ArithmeticLowering.RefuseShift(operation, operation.OperatorKind, targetType);
        var left = lowerer.Conversions.Convert(operation, old, computed, computedType, targetType, isChecked: false);
        var result = lowerer.Arithmetic.Apply(operation, operation.OperatorKind, left, operand, operation.IsChecked);
        result = lowerer.Conversions.Narrow(result, computedType, operation.IsChecked, lowerer.At(operation));
        return Finish(operation, target, lowerer.Conversions.Convert(operation, result, targetKind, targetType, isShift ? null : computedType, operation.IsChecked), isUsed);
    }

    private Value? Step(IIncrementOrDecrementOperation operation, bool isUsed)
    {
        if (ArithmeticLowering.IsUsers(operation.OperatorMethod))
        {
            throw RefusedException.At(operation, $"user-defined operator {Wording.Symbol(operation.OperatorMethod!)} in an assignment");
        }

        if (operation.IsLifted)
        {
            throw Wording.Refuse(operation);
        }

        var type = operation.Target.Type;
        var kind = Lowerer.KindOf(operation.Target, type);
        var target = Prepare(operation.Target);
        var site = lowerer.At(operation);
        if (target.Read(site) is not Value.Number { Expression: var old })
        {
            throw Wording.Refuse(operation);
        }

        if (operation.IsPostfix && isUsed)
        {
            // What is read now must not be read again after the write.
            var variable = lowerer.Emission.NewVariable(kind, isSettled: true);
            lowerer.Emission.Emit(new Statement.Assign(variable, old, site));
            old = new Expression.Read(variable, site);
        }

        var step = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var result = lowerer.Arithmetic.Apply(operation, step, old, ArithmeticLowering.Constant(kind, 1, site), operation.IsChecked);
        var fitted = lowerer.Conversions.Convert(operation, result, kind, type, null, operation.IsChecked);
        var assigned = Finish(operation, target, fitted, isUsed && !operation.IsPostfix);
        return isUsed && operation.IsPostfix ? new Value.Number(old) : assigned;
    }

    private Value? Finish(IOperation operation, Target target, Expression result, bool isUsed)
    {
        var value = isUsed ? lowerer.Emission.Hold(result) : result;
        target.Write(new Value.Number(value), lowerer.At(operation));
        return isUsed ? new Value.Number(value) : null;
    }

    private static string NameOf(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } item } ? item.Name : member.Name;

    private (Target Target, Value Value) TargetThenValue(IOperation target, IOperation value)
    {
        Target? place = null;
        var operands = lowerer.Emission.InOrder(() => (place = Prepare(target)).Place, () => lowerer.Expressions.Lower(value));
        return (place!.At(operands[0]), operands[1]);
    }

    /// <summary>Evaluates what a target consists of: the array and the index of an element; nothing for a variable.</summary>
    public Target Prepare(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return new Target.Variables(lowerer, lowerer.Expressions.Lower(target));
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }:
                return lowerer.Arrays.Element(target);
            case IInstanceReferenceOperation when lowerer.Frame is { IsConstructing: true, This: { } made }:
                return new Target.Variables(lowerer, made);
            case IMemberReferenceOperation { Instance: { } instance } member when (instance is { Type.IsValueType: true } or IInstanceReferenceOperation) && Prepare(instance) is var owner
                && owner.Read(lowerer.At(target)) is Value.Record record && record.Shape.IndexOf(NameOf(member.Member)) is >= 0 and var index && owner.Member(index) is { } part:
                return part;
            default:
                throw RefusedException.At(target, $"assignment to {Wording.Source(target)}, which is state outside the rule");
        }
    }
}
