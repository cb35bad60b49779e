using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Lowers <see cref="List{T}"/>: a list is the array of exactly its elements, and what changes their number makes a new array. <see cref="ListUses"/>
/// sees to it that the list has one name only.
/// </summary>
internal sealed class ListLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>A new list; null if the object is none.</summary>
    public Value? Lower(IObjectCreationOperation creation)
    {
        if (!ListUses.IsList(creation.Type))
        {
            return null;
        }

        var site = lowerer.At(creation);
        var shape = Lowerer.ShapeOf(creation, creation.Type) as Shape.List ?? throw Wording.Refuse(creation);
        if (creation.Initializer is { } initializer)
        {
            return creation.Arguments.IsEmpty
                ? lowerer.Collections.Items(creation, shape, initializer.Initializers.Select(item => item is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] } ? value : throw Wording.Refuse(item)))
                : throw Wording.Refuse(creation);
        }

        switch (creation.Arguments)
        {
            case []:
                return lowerer.Collections.Zeros(creation, shape, Constant(0, site));
            case [{ Value: { Type.SpecialType: SpecialType.System_Int32 } capacity }]:
                var most = Emission.Hold(lowerer.Number(capacity));
                FailIf(new Expression.Binary(BinaryOperation.Less, most, Constant(0, site), site: site), site);
                return lowerer.Collections.Zeros(creation, shape, Constant(0, site));
            case [{ Value: var source }]:
                return new Materialisation(lowerer, site).ToArray(lowerer.Queries.Of(source));
            default:
                throw Wording.Refuse(creation);
        }
    }

    /// <summary>The value of a call on a list, nothing for one that only changes it; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        if (call.Instance is not { } list || !ListUses.IsList(list.Type))
        {
            return null;
        }

        IOperation[] arguments = [list, .. call.Arguments.Select(argument => argument.Value)];
        if (!ListUses.IsWrite(call))
        {
            return lowerer.ArrayFunctions.Lower(call, call.TargetMethod.Name, arguments, lowerer.At(call));
        }

        if (list is not ILocalReferenceOperation)
        {
            throw Wording.Refuse(call);
        }

        Change(call, arguments, lowerer.At(call));
        return Lowering.Emission.Absent;
    }

    private void Change(IInvocationOperation call, IOperation[] arguments, int site)
    {
        var target = lowerer.Assignments.Prepare(arguments[0]);
        Value Now() => Emission.Keep(target.Read(site));
        Expression Count(Value list) => Emission.Hold(new Expression.Length(list.FirstArray() ?? throw Wording.Refuse(call), site));
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("Add", 2):
                var added = Emission.Keep(lowerer.Expressions.Lower(arguments[1]));
                var before = Now();
                target.Write(Inserted(before, Count(before), null, added, site), site);
                break;
            case ("Insert", 3):
                var operands = Emission.InOrder(() => new Value.Number(lowerer.Number(arguments[1])), () => lowerer.Expressions.Lower(arguments[2]));
                var (place, inserted) = (Emission.Hold(((Value.Number)operands[0]).Expression), Emission.Keep(operands[1]));
                var old = Now();
                var length = Count(old);
                FailIf(new Expression.Binary(BinaryOperation.Less, place, Constant(0, site), site: site), site);
                FailIf(new Expression.Binary(BinaryOperation.Less, length, place, site: site), site);
                target.Write(Inserted(old, length, place, inserted, site), site);
                break;
            case ("RemoveAt", 2):
                var index = Emission.Hold(lowerer.Number(arguments[1]));
                var whole = Now();
                var count = Count(whole);
                FailIf(new Expression.Binary(BinaryOperation.Less, index, Constant(0, site), site: site), site);
                FailIf(new Expression.Binary(BinaryOperation.LessOrEqual, count, index, site: site), site);
                target.Write(Without(whole, count, index, site), site);
                break;
            case ("Remove", 2):
                var sought = Emission.Hold(lowerer.Number(arguments[1]));
                var searched = Now();
                var found = Emission.Hold(lowerer.ArrayFunctions.IndexOf(searched.FirstArray()!, sought, site));
                var removal = Emission.Capture(() => target.Write(Without(searched, Count(searched), found, site), site));
                Emission.Emit(new Statement.If(new Expression.Binary(BinaryOperation.Less, found, Constant(0, site), site: site), [], [.. removal], site));
                break;
            case ("RemoveAll", 2):
                var rest = lowerer.Queries.Except(lowerer.Queries.Of(arguments[0]), Function.Of(lowerer, arguments[1]), site);
                target.Write(new Materialisation(lowerer, site).ToArray(rest), site);
                break;
            case ("AddRange", 2):
                var more = Emission.Keep(new Materialisation(lowerer, site).ToArray(lowerer.Queries.Of(arguments[1])));
                target.Write(lowerer.Collections.Joined(call, [Now(), more], site), site);
                break;
            case ("Clear", 1):
                target.Write(lowerer.Collections.Zeros(call, (Shape.List)Lowerer.ShapeOf(call, arguments[0].Type), Constant(0, site)), site);
                break;
            default:
                _ = lowerer.ArrayFunctions.Lower(call, call.TargetMethod.Name, arguments, site) ?? throw Wording.Refuse(call);
                break;
        }
    }

    /// <summary>A longer array with an element at a place; null for the end.</summary>
    private Value Inserted(Value list, Expression count, Expression? place, Value element, int site)
    {
        var longer = Emission.Hold(new Expression.Binary(BinaryOperation.Add, count, Constant(1, site), site: site));
        var grown = list.Map(number => number, array => Emission.Copy(new ArrayExpression.Zeros(array.Kind, longer, site)));
        lowerer.Loops.Count(count, Emission.NewLabel(), Emission.NewLabel(), index =>
        {
            var to = place is null ? index : Emission.Hold(new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, index, place, site: site), index, new Expression.Binary(BinaryOperation.Add, index, Constant(1, site), site: site), site));
            new Target.Element(lowerer, grown, to).Write(ArrayLowering.ElementOf(list, index, site), site);
        }, site);
        new Target.Element(lowerer, grown, place ?? count).Write(element, site);
        return grown;
    }

    /// <summary>A shorter array without the element at a place.</summary>
    private Value Without(Value list, Expression count, Expression place, int site)
    {
        var shorter = Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, count, Constant(1, site), site: site));
        var shrunk = list.Map(number => number, array => Emission.Copy(new ArrayExpression.Zeros(array.Kind, shorter, site)));
        lowerer.Loops.Count(shorter, Emission.NewLabel(), Emission.NewLabel(), index =>
        {
            var from = Emission.Hold(new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, index, place, site: site), index, new Expression.Binary(BinaryOperation.Add, index, Constant(1, site), site: site), site));
            new Target.Element(lowerer, shrunk, index).Write(ArrayLowering.ElementOf(list, from, site), site);
        }, site);
        return shrunk;
    }

    private void FailIf(Expression test, int site) => Emission.Emit(new Statement.If(test, [new Statement.Fail(nameof(ArgumentOutOfRangeException), site)], [], site));

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
