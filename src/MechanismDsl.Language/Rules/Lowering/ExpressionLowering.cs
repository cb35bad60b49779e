using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers expressions: constants, names, choices; everything larger goes to the part that knows it.</summary>
internal sealed class ExpressionLowering(Lowerer lowerer)
{
    /// <summary>The value of an expression; its side effects become statements.</summary>
    /// <exception cref="RefusedException">Some part is not on the list.</exception>
    public Value Lower(IOperation operation)
    {
        lowerer.Enter(operation);
        var value = operation.ConstantValue is { HasValue: true, Value: var constant } && Kinds.Constant(constant) is { } scalar
            ? new Value.Number(new Expression.Constant(scalar, lowerer.At(operation)))
            : LowerVariable(operation);
        lowerer.Exit();
        return value;
    }

    private Value LowerVariable(IOperation operation) => operation switch
    {
        IParenthesizedOperation inner => Lower(inner.Operand),
        ILocalReferenceOperation { IsDeclaration: false } local => Name(operation, local.Local),
        IParameterReferenceOperation parameter => Name(operation, parameter.Parameter),
        IConversionOperation conversion => lowerer.Conversions.Lower(conversion),
        IUnaryOperation unary => lowerer.Arithmetic.Lower(unary),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both => And(both, both.LeftOperand, both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } either => Or(either, either.LeftOperand, either.RightOperand),
        IBinaryOperation binary => lowerer.Arithmetic.Lower(binary),
        IConditionalOperation { WhenFalse: { } otherwise, IsRef: false } choice => Choose(choice, lowerer.Number(choice.Condition), () => Lower(choice.WhenTrue), () => Lower(otherwise)),
        IIsPatternOperation pattern => lowerer.Patterns.Lower(pattern),
        ISwitchExpressionOperation choice => lowerer.Switches.Lower(choice),
        ITupleBinaryOperation comparison => lowerer.Tuples.Lower(comparison),
        ICoalesceOperation coalesce => lowerer.Nullables.Lower(coalesce),
        IConditionalAccessOperation access => lowerer.Nullables.Lower(access),
        IConditionalAccessInstanceOperation receiver => lowerer.Nullables.Receiver(receiver),
        IAssignmentOperation or IIncrementOrDecrementOperation => lowerer.Assignments.Lower(operation),
        IInvocationOperation call => lowerer.Calls.Lower(call),
        IDefaultValueOperation => Default(operation),
        ITranslatedQueryOperation query => Lower(query.Operation),
        ITupleOperation tuple => lowerer.Records.Lower(tuple),
        IAnonymousObjectCreationOperation creation => lowerer.Records.Lower(creation),
        IObjectCreationOperation creation => lowerer.Lists.Lower(creation) ?? lowerer.Records.Lower(creation),
        IWithOperation copy => lowerer.Records.Lower(copy),
        IDelegateCreationOperation creation => new Value.Lambda(Function.Of(lowerer, creation)),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when lowerer.Frame.This is { } record => record,
        IArrayCreationOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => lowerer.Arrays.Lower(operation),
        IPropertyReferenceOperation { Instance: { } instance } when Shape.ElementOf(instance.Type) is not null => lowerer.Arrays.Lower(operation),
        IFieldReferenceOperation { Instance: { } instance } field => Member(operation, instance, field.Field),
        IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: false } property => Member(operation, instance, property.Property),
        IFieldReferenceOperation field => lowerer.Members.Lower(field),
        IPropertyReferenceOperation { Instance: null } property => lowerer.Members.Lower(property),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => lowerer.Arrays.Lower(operation),
        _ => throw Wording.Refuse(operation),
    };

    /// <summary>One of two values; the other is not evaluated, and of a known test not even lowered, so that a recursion ends.</summary>
    public Value Choose(IOperation operation, Expression test, Func<Value> whenTrue, Func<Value> whenFalse)
    {
        if (test is Expression.Constant { Value: var known })
        {
            return known.AsBoolean ? whenTrue() : whenFalse();
        }

        var emission = lowerer.Emission;
        Value? first = null, second = null;
        var firstStatements = emission.Capture(() => first = whenTrue());
        var secondStatements = emission.Capture(() => second = whenFalse());
        var site = lowerer.At(operation);
        if (firstStatements.Count == 0 && secondStatements.Count == 0 && first is Value.Number { Expression: var one } && second is Value.Number { Expression: var other })
        {
            return new Value.Number(new Expression.Conditional(test, one, other, site));
        }

        var result = emission.Storage(Shape.OfValue(first!), isSettled: true);
        firstStatements.AddRange(emission.Capture(() => emission.Assign(result, first!, site)));
        secondStatements.AddRange(emission.Capture(() => emission.Assign(result, second!, site)));
        emission.Emit(new Statement.If(test, [.. firstStatements], [.. secondStatements], site));
        return result;
    }

    private Value And(IOperation operation, IOperation left, IOperation right) =>
        Choose(operation, lowerer.Number(left), () => Lower(right), () => Truth(operation, false));

    private Value Or(IOperation operation, IOperation left, IOperation right) =>
        Choose(operation, lowerer.Number(left), () => Truth(operation, true), () => Lower(right));

    private Value.Number Truth(IOperation operation, bool value) => new(new Expression.Constant(Scalar.Of(value), lowerer.At(operation)));

    /// <summary>The variables of a local or parameter.</summary>
    public Value LowerName(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => Name(operation, local.Local),
        IParameterReferenceOperation parameter => Name(operation, parameter.Parameter),
        _ => throw Wording.Refuse(operation),
    };

    private Value Name(IOperation operation, ISymbol symbol)
    {
        var site = lowerer.At(operation);
        return lowerer.Frame.Find(symbol)?.Map(
                number => number is Expression.Read read ? new Expression.Read(read.Variable, site) : number,
                array => array is ArrayExpression.Read read ? new ArrayExpression.Read(read.Variable, site) : array)
            ?? throw RefusedException.At(operation, $"variable {Wording.Source(operation)} of type {Wording.Type(operation.Type)}, which rules do not have");
    }

    private Value Member(IOperation operation, IOperation instance, ISymbol member) =>
        NullableLowering.Underlying(instance.Type) is not null ? lowerer.Nullables.Member(operation, lowerer.Emission.Keep(Lower(instance)), member.Name)
        : Shape.Of(instance.Type) is Shape.Record && Lower(instance) is Value.Record record
        ? lowerer.Records.Member(operation, record, member)
        : throw Wording.Refuse(operation);

    private Value Default(IOperation operation) => lowerer.Records.Zero(operation, Lowerer.ShapeOf(operation, operation.Type));
}
