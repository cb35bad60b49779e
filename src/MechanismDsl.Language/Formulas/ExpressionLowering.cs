using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Formulas;

/// <summary>Lowers expressions of doubles: constants, the argument, parameters, arithmetic, comparisons and the functions of <see cref="Math"/>.</summary>
internal sealed class ExpressionLowering(OperationBudget budget, CancellationToken cancellation)
{
    /// <summary>The expression as a formula.</summary>
    /// <exception cref="NotUnderstoodException">Some part is not on the list.</exception>
    public Formula Lower(IOperation operation, FormulaScope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        budget.Spend();
        if (ConstantOf(operation) is { } number)
        {
            return new Formula.Constant(number);
        }

        return operation switch
        {
            IParenthesizedOperation inner => Lower(inner.Operand, scope),
            IConversionOperation conversion => Convert(conversion, scope),
            IParameterReferenceOperation reference => Reference(reference, scope),
            ILocalReferenceOperation local when scope.Locals.TryGetValue(local.Local, out var value) => value,
            IPropertyReferenceOperation property => Property(property, scope),
            { Type.SpecialType: not SpecialType.System_Double } => throw Refusal.Of(operation, "is not computed with doubles"),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } unary => -Lower(unary.Operand, scope),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } unary => Lower(unary.Operand, scope),
            IBinaryOperation { OperatorMethod: null } binary when Operator(binary.OperatorKind) is { } kind =>
                new Formula.Binary(kind, Lower(binary.LeftOperand, scope), Lower(binary.RightOperand, scope)),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                new Formula.Conditional(LowerCondition(choice.Condition, scope), Lower(choice.WhenTrue, scope), Lower(otherwise, scope)),
            IInvocationOperation call => Call(call, scope),
            _ => throw Refusal.Of(operation, "is not arithmetic, a comparison, a constant or a function of Math"),
        };
    }

    /// <summary>The test as a condition.</summary>
    /// <exception cref="NotUnderstoodException">Some part is not on the list.</exception>
    public Condition LowerCondition(IOperation operation, FormulaScope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        budget.Spend();
        return operation switch
        {
            { ConstantValue: { HasValue: true, Value: bool constant } } => new Condition.Compare(constant ? Comparison.Equal : Comparison.NotEqual, 0, 0),
            IParenthesizedOperation inner => LowerCondition(inner.Operand, scope),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Not } unary => new Condition.Not(LowerCondition(unary.Operand, scope)),
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
                new Condition.And(LowerCondition(both.LeftOperand, scope), LowerCondition(both.RightOperand, scope)),
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalOr } either =>
                new Condition.Or(LowerCondition(either.LeftOperand, scope), LowerCondition(either.RightOperand, scope)),
            IBinaryOperation { OperatorMethod: null, LeftOperand.Type.SpecialType: SpecialType.System_Double } comparison when ComparisonOf(comparison.OperatorKind) is { } kind =>
                new Condition.Compare(kind, Lower(comparison.LeftOperand, scope), Lower(comparison.RightOperand, scope)),
            _ => throw Refusal.Of(operation, "is not a comparison of doubles"),
        };
    }

    /// <summary>A constant that keeps its value as a double; C# has folded constant expressions already, whole-number divisions included.</summary>
    private static double? ConstantOf(IOperation operation) => operation.ConstantValue is not { HasValue: true, Value: { } value } ? null : value switch
    {
        double number => number,
        int number => number,
        float number => number,
        uint number => number,
        short number => number,
        ushort number => number,
        byte number => number,
        sbyte number => number,
        _ => null,
    };

    private Formula Convert(IConversionOperation conversion, FormulaScope scope) =>
        conversion is { OperatorMethod: null, Type.SpecialType: SpecialType.System_Double, Operand.Type.SpecialType: SpecialType.System_Double or SpecialType.System_Int32 }
            ? Lower(conversion.Operand, scope)
            : throw Refusal.Of(conversion, "converts between kinds of numbers");

    private static Formula Reference(IParameterReferenceOperation reference, FormulaScope scope)
    {
        if (SymbolEqualityComparer.Default.Equals(reference.Parameter, scope.Argument))
        {
            return new Formula.Variable();
        }

        return scope.Parameters.Contains(reference.Parameter.Name)
            ? new Formula.Parameter(reference.Parameter.Name)
            : throw Refusal.Of(reference, "is not known to the formula");
    }

    /// <summary>A property of an own prior counts as its number only if the compiler made it from the constructor's parameter.</summary>
    private Formula Property(IPropertyReferenceOperation reference, FormulaScope scope) =>
        reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && scope.Parameters.Contains(reference.Property.Name)
        && reference.Property.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax(cancellation) is ParameterSyntax
            ? new Formula.Parameter(reference.Property.Name)
            : throw Refusal.Of(reference, "is not a parameter of the prior's constructor");

    private Formula Call(IInvocationOperation call, FormulaScope scope)
    {
        var method = call.TargetMethod;
        var arguments = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).ToArray();
        if (!IsFunctionOfDoubles(method))
        {
            throw Refusal.Of(call, "calls a method that is not a function of Math on doubles");
        }

        if (arguments.Length == 1 && Enum.TryParse<UnaryOperator>(method.Name, out var unary) && unary != UnaryOperator.Negate)
        {
            return new Formula.Unary(unary, Lower(arguments[0].Value, scope));
        }

        if (arguments.Length == 2 && method.Name is nameof(Math.Pow) or nameof(Math.Min) or nameof(Math.Max) && Enum.TryParse<BinaryOperator>(method.Name, out var binary))
        {
            return new Formula.Binary(binary, Lower(arguments[0].Value, scope), Lower(arguments[1].Value, scope));
        }

        throw Refusal.Of(call, "calls a function of Math that formulas do not have");
    }

    private static bool IsFunctionOfDoubles(IMethodSymbol method) =>
        method.IsStatic
        && (method.ContainingType.SpecialType == SpecialType.System_Double
            || method.ContainingType is { Name: nameof(Math), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
        && method.ReturnType.SpecialType == SpecialType.System_Double
        && method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Double);

    private static BinaryOperator? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        _ => null,
    };

    private static Comparison? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        BinaryOperatorKind.Equals => Comparison.Equal,
        BinaryOperatorKind.NotEquals => Comparison.NotEqual,
        _ => null,
    };
}
