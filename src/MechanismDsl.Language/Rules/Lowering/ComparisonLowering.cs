using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers <c>CompareTo</c>, <c>Equals</c> and their static twins on numbers and booleans: NaN equals NaN and comes before all numbers.</summary>
internal sealed class ComparisonLowering(Lowerer lowerer)
{
    /// <summary>The value of a call; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        // Of integers smaller than int CompareTo is the difference, and the overloads that take an object compare types too.
        var type = TypeOf(call);
        var isKnown = type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Boolean
            && call.TargetMethod.Name is nameof(IComparable.CompareTo) or nameof(Equals) or nameof(decimal.Compare)
            && call.TargetMethod.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(TypeArguments.Resolve(parameter.Type), type));
        List<IOperation> operands = [.. call.Arguments.Select(argument => argument.Value)];
        if (call.Instance is { } instance && !IsDefaultComparer(instance))
        {
            operands.Insert(0, instance);
        }

        if (!isKnown || operands.Count != 2 || call.Arguments.Select(argument => argument.Parameter!.Ordinal).Where((ordinal, index) => ordinal != index).Any())
        {
            return null;
        }

        var values = lowerer.Emission.InOrder([.. operands.Select<IOperation, Func<Value>>(operand => () => new Value.Number(lowerer.Number(operand)))]);
        var (x, y) = (lowerer.Emission.Hold(((Value.Number)values[0]).Expression), lowerer.Emission.Hold(((Value.Number)values[1]).Expression));
        var site = lowerer.At(call);
        return new Value.Number(call.TargetMethod.Name == nameof(Equals) ? Sorting.Same(x, y, site) : Compare(x, y, site));
    }

    // The type that compares: that of the method, or what stands for T in IComparable<T> and in Comparer<T>.Default.
    private static ITypeSymbol TypeOf(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return type is { TypeArguments: [var compared], ContainingNamespace: { } space } && ((type.Name is "IComparable" or "IEquatable" && space.ToDisplayString() == "System") || (call.Instance is { } instance && IsDefaultComparer(instance)))
            ? TypeArguments.Resolve(compared)!
            : type;
    }

    private static bool IsDefaultComparer(IOperation instance) =>
        instance is IPropertyReferenceOperation { Property: { Name: "Default", IsStatic: true, ContainingType: { Name: "Comparer" or "EqualityComparer", Arity: 1, ContainingNamespace: { } space } } } && space.ToDisplayString() == "System.Collections.Generic";

    /// <summary>−1, 0 or 1.</summary>
    private static Expression Compare(Expression x, Expression y, int site)
    {
        Expression Number(int value) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
        var isNotBefore = new Expression.Conditional(Sorting.Less(y, x, site), Number(1), Number(0), site);
        return new Expression.Conditional(Sorting.Less(x, y, site), Number(-1), isNotBefore, site);
    }
}
