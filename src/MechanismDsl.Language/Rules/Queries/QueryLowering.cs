using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Lowers the operators of LINQ that make one sequence of another; see <see cref="AggregateLowering"/> for those that end a query.</summary>
internal sealed class QueryLowering(Lowerer lowerer)
{
    private readonly AggregateLowering _aggregates = new(lowerer);
    private readonly ElementLowering _elements = new(lowerer);
    private readonly CombinationLowering _combinations = new(lowerer);

    /// <summary>The value of a call of LINQ: a query, or what a query yields; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        if (!IsLinq(call.TargetMethod))
        {
            return null;
        }

        RefuseOrder(call);
        IOperation[] arguments = [.. call.Arguments.Select(argument => argument.Value)];
        return Source(call, arguments) is { } source ? new Value.Query(source)
            : arguments.Length > 0 && (Transform(call, arguments) ?? _combinations.Transform(call, arguments)) is { } transformed ? new Value.Query(transformed)
            : arguments.Length > 0 && Of(arguments[0]) is var sequence ? _aggregates.Lower(call, sequence, arguments) ?? _elements.Lower(call, sequence, arguments)
            : null;
    }

    /// <summary>What an expression yields when it is enumerated.</summary>
    public Sequence Of(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Conversion.IsImplicit: true, Operand: var operand } conversion && conversion.Type?.SpecialType != SpecialType.System_Object && Kinds.Of(conversion.Type) is null)
        {
            operation = operand;
        }

        var value = lowerer.Expressions.Lower(operation);
        return value is Value.Query query ? query.Sequence
            : value is Value.List or Value.Rows ? OfArray(value, lowerer.At(operation))
            : throw Wording.Refuse(operation);
    }

    /// <summary>The elements of an array.</summary>
    public IndexedSequence OfArray(Value array, int site)
    {
        var held = lowerer.Emission.Keep(array);
        var length = new Expression.Length(held.FirstArray() ?? throw new RefusedException("array of no numbers", null), site);
        return new IndexedSequence(lowerer, site, () => new Indexed(length, index => lowerer.Emission.Settle(ArrayLowering.ElementOf(held, index, site))), held as Value.List);
    }

    /// <summary>The elements that pass a test.</summary>
    public Sequence Only(Sequence source, Function test, int site) => new FilteredSequence(source, (element, _, next, rest) => If(test, element, next, rest, site));

    /// <summary>The elements that do not pass a test.</summary>
    public Sequence Except(Sequence source, Function test, int site) => new FilteredSequence(source, (element, _, next, rest) =>
    {
        var held = lowerer.Emission.Keep(element);
        lowerer.Emission.Emit(new Statement.If(test.Number(held), [new Statement.Leave(next, site)], [], site));
        rest(held);
    });

    /// <summary>The elements by index. Those of a filtered sequence are filtered first, all of them, which nobody can tell if no test can fail.</summary>
    public Func<Indexed> ByIndex(Sequence source, IOperation call) => source.ByIndexOrNull() ?? Eager(source, call);

    /// <summary>The elements by index, all computed first.</summary>
    public Func<Indexed> Eager(Sequence source, IOperation call)
    {
        var attempt = lowerer.Emission.Capture(() => source.Each(lowerer.Emission.NewLabel(), lowerer.Emission.NewLabel(), element => lowerer.Emission.Keep(element)));
        return new Totality(lowerer).Holds(attempt)
            ? () => new Materialisation(lowerer, lowerer.At(call)).Of(source)
            : throw RefusedException.At(call, $"{Wording.Source(call)} of a sequence whose functions can fail; write ToArray() first");
    }

    private Sequence? Source(IInvocationOperation call, IOperation[] arguments)
    {
        var site = lowerer.At(call);
        switch (call.TargetMethod.Name)
        {
            case "Range" when arguments.Length == 2:
                var bounds = lowerer.Emission.InOrder(() => new Value.Number(lowerer.Number(arguments[0])), () => new Value.Number(lowerer.Number(arguments[1])));
                var first = lowerer.Emission.Hold(((Value.Number)bounds[0]).Expression);
                var count = Count(lowerer.Emission.Hold(((Value.Number)bounds[1]).Expression), site);
                return new IndexedSequence(lowerer, site, () => new Indexed(count, index => new Value.Number(Plus(first, index, site))));
            case "Repeat" when arguments.Length == 2:
                var parts = lowerer.Emission.InOrder(() => lowerer.Expressions.Lower(arguments[0]), () => new Value.Number(lowerer.Number(arguments[1])));
                var repeated = lowerer.Emission.Keep(parts[0]);
                var times = Count(lowerer.Emission.Hold(((Value.Number)parts[1]).Expression), site);
                return new IndexedSequence(lowerer, site, () => new Indexed(times, _ => repeated));
            default:
                return null;
        }
    }

    private Sequence? Transform(IInvocationOperation call, IOperation[] arguments)
    {
        var site = lowerer.At(call);
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("AsEnumerable", 1):
                return Of(arguments[0]);
            case ("Select", 2):
                return Select(Of(arguments[0]), Function.Of(lowerer, arguments[1]), call, site);
            case ("Where", 2):
                return Where(Of(arguments[0]), Function.Of(lowerer, arguments[1]), call, site);
            case ("TakeWhile", 2) when Function.Of(lowerer, arguments[1]) is { Arity: 1 } test:
                return new FilteredSequence(Of(arguments[0]), (element, exit, _, rest) => If(test, element, exit, rest, site));
            case ("TakeLast", 2):
                return Window(call, arguments, (count, number) => Minimum(AtLeastZero(number, site), count, site) is var taken ? (Minus(count, taken, site), taken) : default, site);
            case ("SkipLast", 2):
                return Window(call, arguments, (count, number) => (Constant(0, site), AtLeastZero(Minus(count, AtLeastZero(number, site), site), site)), site);
            case ("Take", 2) when Kinds.Of(arguments[1].Type) == ScalarKind.Int32:
                return Window(call, arguments, (count, number) => (Constant(0, site), Minimum(AtLeastZero(number, site), count, site)), site);
            case ("Skip", 2):
                return Window(call, arguments, (count, number) => (AtLeastZero(number, site), AtLeastZero(Minus(count, AtLeastZero(number, site), site), site)), site);
            case ("Reverse", 1):
                var turned = ByIndex(Of(arguments[0]), call);
                return new IndexedSequence(lowerer, site, () => turned() is var all ? new Indexed(all.Count, index => all.At(lowerer.Emission.Hold(Minus(Minus(all.Count, Constant(1, site), site), index, site)))) : null!);
            case ("Zip", 2 or 3):
                return Zip(call, arguments, site);
            case ("OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending", 2) or ("Order" or "OrderDescending", 1):
                return Order(call, arguments, site);
            default:
                return null;
        }
    }

    private Sequence Select(Sequence source, Function selector, IOperation call, int site)
    {
        if (source.ByIndexOrNull() is { } elements)
        {
            return new IndexedSequence(lowerer, site, () => elements() is var all
                ? new Indexed(all.Count, index => selector.Arity == 1 ? selector.Apply(all.At(index)) : selector.Apply(all.At(index), new Value.Number(index)))
                : null!, first: selector.Arity == 1 ? () => FirstOf(source, selector, site) : null);
        }

        return selector.Arity == 1 ? new FilteredSequence(source, (element, _, _, rest) => rest(selector.Apply(element))) : throw Wording.Refuse(call);
    }

    // What the function makes of the first element, if there is one.
    private (Expression IsThere, Value Element)? FirstOf(Sequence source, Function selector, int site)
    {
        if (source.First() is not var (isThere, element))
        {
            return null;
        }

        Value? result = null;
        var statements = lowerer.Emission.Capture(() =>
        {
            var applied = selector.Apply(element);
            result = lowerer.Emission.Storage(Shape.OfValue(applied), isSettled: true);
            lowerer.Emission.Assign(result, applied, site);
        });
        lowerer.Emission.Emit(new Statement.If(isThere, [.. statements], [], site));
        return (isThere, result!);
    }

    private Sequence Where(Sequence source, Function test, IOperation call, int site)
    {
        if (test.Arity == 1)
        {
            return Only(source, test, site);
        }

        var elements = source.ByIndexOrNull() ?? throw RefusedException.At(call, $"{Wording.Source(call)}, which counts elements of a filtered sequence");
        var numbered = new IndexedSequence(lowerer, site, () => elements() is var all
            ? new Indexed(all.Count, index => new Value.Several([lowerer.Emission.Keep(all.At(index)), new Value.Number(index)]))
            : null!);
        return new FilteredSequence(numbered, (pair, _, next, rest) =>
        {
            var parts = ((Value.Several)pair).Values;
            Leave(test.Number(parts[0], parts[1]), next, site);
            rest(parts[0]);
        });
    }

    private void If(Function test, Value element, int otherwise, Action<Value> rest, int site)
    {
        var held = lowerer.Emission.Keep(element);
        Leave(test.Number(held), otherwise, site);
        rest(held);
    }

    private void Leave(Expression unless, int label, int site) => lowerer.Emission.Emit(new Statement.If(unless, [], [new Statement.Leave(label, site)], site));

    private Sequence Window(IOperation call, IOperation[] arguments, Func<Expression, Expression, (Expression First, Expression Count)> window, int site)
    {
        Sequence? source = null;
        var operands = lowerer.Emission.InOrder(
            () => new Value.Query(source = Of(arguments[0])),
            () => new Value.Number(lowerer.Emission.Hold(lowerer.Number(arguments[1]))));
        var number = ((Value.Number)operands[1]).Expression;
        var elements = ByIndex(source!, call);
        return new IndexedSequence(lowerer, site, () =>
        {
            var all = elements();
            var (first, count) = window(all.Count, number);
            (first, count) = (lowerer.Emission.Hold(first), lowerer.Emission.Hold(count));
            return new Indexed(count, index => all.At(lowerer.Emission.Hold(Plus(first, index, site))));
        });
    }

    private Sequence Zip(IInvocationOperation call, IOperation[] arguments, int site)
    {
        var first = ByIndex(Of(arguments[0]), call);
        var second = ByIndex(Of(arguments[1]), call);
        var selector = arguments.Length == 3 ? Function.Of(lowerer, arguments[2]) : null;
        var shape = selector is null ? Shape.Of(((INamedTypeSymbol)call.Type!).TypeArguments[0]) as Shape.Record ?? throw Wording.Refuse(call) : null;
        return new IndexedSequence(lowerer, site, () =>
        {
            var (left, right) = (first(), second());
            return new Indexed(
                lowerer.Emission.Hold(Minimum(left.Count, right.Count, site)),
                index => selector is null ? new Value.Record(shape!, [left.At(index), right.At(index)]) : selector.Apply(left.At(index), right.At(index)));
        });
    }

    private Sequence Order(IInvocationOperation call, IOperation[] arguments, int site)
    {
        var name = call.TargetMethod.Name;
        var key = new OrderKey(arguments.Length == 2 ? Function.Of(lowerer, arguments[1]) : null, name.EndsWith("Descending", StringComparison.Ordinal));
        if (!name.StartsWith("Then", StringComparison.Ordinal))
        {
            return new OrderedSequence(lowerer, site, Of(arguments[0]), [key]);
        }

        return Of(arguments[0]) is OrderedSequence ordered ? ordered.Then(key) : throw Wording.Refuse(call);
    }

    private Expression Count(Expression count, int site)
    {
        if (count is Expression.Constant { Value.AsInteger: >= 0 } or Expression.Length)
        {
            return count;
        }

        lowerer.Emission.Emit(new Statement.If(
            new Expression.Binary(BinaryOperation.Less, count, Constant(0, site), site: site),
            [new Statement.Fail(nameof(ArgumentOutOfRangeException), site)],
            [],
            site));
        return count;
    }

    /// <summary>Arguments out of order would have to be evaluated out of order.</summary>
    private static void RefuseOrder(IInvocationOperation call)
    {
        if (!call.Arguments.Select(argument => argument.Parameter!.Ordinal).SequenceEqual(Enumerable.Range(0, call.Arguments.Length)))
        {
            throw RefusedException.At(call, $"named arguments out of order in {Wording.Source(call)}");
        }
    }

    private static bool IsLinq(IMethodSymbol method) => method.ContainingType is
        { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);

    private static Expression Plus(Expression left, Expression right, int site) =>
        left is Expression.Constant { Value.AsInteger: 0 } ? right : new Expression.Binary(BinaryOperation.Add, left, right, site: site);

    private static Expression Minus(Expression left, Expression right, int site) => new Expression.Binary(BinaryOperation.Subtract, left, right, site: site);

    private static Expression Minimum(Expression left, Expression right, int site) => new Expression.Binary(BinaryOperation.Min, left, right, site: site);

    private static Expression AtLeastZero(Expression value, int site) =>
        value is Expression.Constant { Value.AsInteger: >= 0 } ? value : new Expression.Binary(BinaryOperation.Max, Constant(0, site), value, site: site);
}
