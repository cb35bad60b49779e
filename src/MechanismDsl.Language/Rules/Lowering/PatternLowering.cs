using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers patterns to tests. Matching has no side effects but naming what was matched, which happens even where the match fails.</summary>
internal sealed class PatternLowering(Lowerer lowerer)
{
    /// <summary>Whether the value of an expression matches.</summary>
    public Value Lower(IIsPatternOperation operation) =>
        new Value.Number(Test(lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Value)), operation.Pattern));

    /// <summary>Whether a value that was evaluated matches a pattern.</summary>
    public Expression Test(Value input, IPatternOperation pattern)
    {
        lowerer.Enter(pattern);
        var isOfValue = pattern is IConstantPatternOperation or IRelationalPatternOperation or IRecursivePatternOperation or ITypePatternOperation or IDeclarationPatternOperation { MatchesNull: false };
        var test = pattern switch
        {
            IConstantPatternOperation constant when NullableLowering.Parts(input) is var (isThere, _) && NullableLowering.IsNull(constant.Value) => Not(pattern, isThere),
            _ when isOfValue && NullableLowering.Parts(input) is var (hasValue, value) => And(pattern, hasValue, Test(value, pattern)),
            IConstantPatternOperation constant => Equal(constant, Number(input, pattern), lowerer.Number(constant.Value)),
            IRelationalPatternOperation relation => lowerer.Arithmetic.Apply(relation, relation.OperatorKind, Number(input, pattern), lowerer.Number(relation.Value), false),
            INegatedPatternOperation not => Not(pattern, Test(input, not.Pattern)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(pattern, Test(input, both.LeftPattern), Test(input, both.RightPattern)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Or(pattern, Test(input, either.LeftPattern), Test(input, either.RightPattern)),
            IDiscardPatternOperation => Truth(pattern, true),
            IDeclarationPatternOperation declaration when IsOwnType(declaration.MatchedType, declaration.InputType) => Bind(pattern, declaration.DeclaredSymbol, input),
            ITypePatternOperation type when IsOwnType(type.MatchedType, type.InputType) => Truth(pattern, true),
            IRecursivePatternOperation { DeconstructionSubpatterns: [], PropertySubpatterns: [] } there when input is Value.Number && IsOwnType(there.MatchedType, there.InputType) => Bind(pattern, there.DeclaredSymbol, input),
            IRecursivePatternOperation recursive when IsOwnType(recursive.MatchedType, recursive.InputType) && input is Value.Record record => Members(recursive, record),
            IListPatternOperation list when input is Value.List or Value.Rows => Elements(list, input),
            _ => throw Wording.Refuse(pattern),
        };
        lowerer.Exit();
        return test;
    }

    /// <summary>The number of elements, then the elements before and after <c>..</c>, which are looked at only if there are enough of them.</summary>
    private Expression Elements(IListPatternOperation pattern, Value input)
    {
        var site = lowerer.At(pattern);
        var parts = pattern.Patterns;
        var slice = parts.Select((part, index) => part is ISlicePatternOperation ? index : -1).DefaultIfEmpty(-1).Max();
        if (slice >= 0 && parts[slice] is ISlicePatternOperation { Pattern: not (null or IDiscardPatternOperation) })
        {
            throw Wording.Refuse(parts[slice]);
        }

        var length = lowerer.Emission.Hold(new Expression.Length(input.FirstArray() ?? throw Wording.Refuse(pattern), site));
        var count = ArithmeticLowering.Constant(ScalarKind.Int32, slice < 0 ? parts.Length : parts.Length - 1, site);
        var isLong = slice < 0 ? new Expression.Binary(BinaryOperation.Equal, length, count, site: site) : new Expression.Binary(BinaryOperation.LessOrEqual, count, length, site: site);
        return And(pattern, Bind(pattern, pattern.DeclaredSymbol, input), lowerer.Choose(pattern, isLong, () =>
        {
            Expression test = Truth(pattern, true);
            for (var index = 0; index < parts.Length; index++)
            {
                if (index != slice)
                {
                    Expression place = ArithmeticLowering.Constant(ScalarKind.Int32, index, site);
                    place = slice < 0 || index < slice ? place
                        : lowerer.Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, length, ArithmeticLowering.Constant(ScalarKind.Int32, parts.Length - index, site), site: site));
                    test = And(pattern, test, Test(lowerer.Emission.Keep(ArrayLowering.ElementOf(input, place, site)), parts[index]));
                }
            }

            return test;
        }, () => Truth(pattern, false)));
    }

    /// <summary>Both, the right one only if the left one holds.</summary>
    public Expression And(IOperation operation, Expression left, Expression right) =>
        IsTruth(left, true) ? right
        : IsTruth(left, false) || IsTruth(right, true) ? left
        : new Expression.Conditional(left, right, Truth(operation, false), lowerer.At(operation));

    /// <summary>At least one, the right one only if the left one does not hold.</summary>
    public Expression Or(IOperation operation, Expression left, Expression right) =>
        IsTruth(left, true) || IsTruth(right, false) ? left
        : IsTruth(left, false) ? right
        : new Expression.Conditional(left, Truth(operation, true), right, lowerer.At(operation));

    /// <summary>Whether a test is known.</summary>
    public static bool IsTruth(Expression test, bool value) => test is Expression.Constant { Value: { Kind: ScalarKind.Boolean } known } && known.AsBoolean == value;

    private Expression Members(IRecursivePatternOperation pattern, Value.Record record)
    {
        var test = Bind(pattern, pattern.DeclaredSymbol, record);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            var members = lowerer.Records.Deconstruct(pattern, record, pattern.DeconstructSymbol);
            for (var index = 0; index < pattern.DeconstructionSubpatterns.Length; index++)
            {
                test = And(pattern, test, Test(members[index], pattern.DeconstructionSubpatterns[index]));
            }
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            var member = property.Member is IMemberReferenceOperation reference ? lowerer.Records.Member(property.Member, record, reference.Member) : throw Wording.Refuse(property);
            test = And(pattern, test, Test(lowerer.Emission.Keep(member), property.Pattern));
        }

        return test;
    }

    private Expression Bind(IOperation pattern, ISymbol? name, Value input)
    {
        if (name is ILocalSymbol local)
        {
            ListUses.RefuseAlias(pattern, local.Type);
            if (!lowerer.Frame.IsWritten(local))
            {
                lowerer.Frame.Bind(local, input);
            }
            else
            {
                var variables = lowerer.Emission.Storage(Lowerer.ShapeOf(pattern, local.Type));
                lowerer.Emission.Assign(variables, input, lowerer.At(pattern));
                lowerer.Frame.Bind(local, variables);
            }
        }

        return Truth(pattern, true);
    }

    /// <summary>A pattern equals as <c>==</c> does, but NaN matches NaN.</summary>
    private Expression Equal(IOperation pattern, Expression input, Expression constant) =>
        constant is Expression.Constant { Value: { Kind: ScalarKind.Double } value } && double.IsNaN(value.AsDouble)
            ? new Expression.Binary(BinaryOperation.NotEqual, input, input, site: lowerer.At(pattern))
            : lowerer.Arithmetic.Apply(pattern, BinaryOperatorKind.Equals, input, constant, false);

    private Expression Not(IOperation pattern, Expression test) =>
        test is Expression.Constant { Value: var known } ? Truth(pattern, !known.AsBoolean) : new Expression.Unary(UnaryOperation.Not, test, site: lowerer.At(pattern));

    private Expression.Constant Truth(IOperation operation, bool value) => new(Scalar.Of(value), lowerer.At(operation));

    private static Expression Number(Value input, IOperation pattern) => input is Value.Number { Expression: var number } ? number : throw Wording.Refuse(pattern);

    private static bool IsOwnType(ITypeSymbol? matched, ITypeSymbol input) => matched is null || SymbolEqualityComparer.Default.Equals(matched, input) || SymbolEqualityComparer.Default.Equals(matched, NullableLowering.Underlying(input));
}
