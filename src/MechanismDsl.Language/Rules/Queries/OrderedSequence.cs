using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>A key to order by.</summary>
/// <param name="Selector">The key of an element; null for the element itself.</param>
/// <param name="IsDescending">Whether large keys come first.</param>
internal sealed record OrderKey(Function? Selector, bool IsDescending);

/// <summary>A sequence in the order of keys. Like LINQ's it is stable, and computes the keys of all elements first.</summary>
internal sealed class OrderedSequence(Lowerer lowerer, int site, Sequence source, IReadOnlyList<OrderKey> keys) : Sequence
{
    /// <summary>The same sequence with a further key that decides ties.</summary>
    public OrderedSequence Then(OrderKey key) => new(lowerer, site, source, [.. keys, key]);

    /// <inheritdoc/>
    public override void Each(int exit, int next, Action<Value> body)
    {
        var elements = Sort();
        lowerer.Loops.Count(elements.Count, exit, next, index => body(elements.At(index)), site);
    }

    /// <inheritdoc/>
    public override Expression Most() => source.Most();

    /// <inheritdoc/>
    public override Func<Indexed> ByIndexOrNull() => Sort;

    /// <summary>One pass that keeps the best element so far, as LINQ does it: a later one has to come strictly before it.</summary>
    public override (Expression IsThere, Value Element)? First()
    {
        var emission = lowerer.Emission;
        var isFound = new Expression.Read(emission.NewVariable(ScalarKind.Boolean, isSettled: true), site);
        Value? winner = null;
        Expression[] best = [];
        var exit = emission.NewLabel();
        var loop = emission.Capture(() => source.Each(exit, emission.NewLabel(), element =>
        {
            var held = emission.Keep(element);
            var keysOf = keys.Select(key => emission.Hold(KeyOf(key, held))).ToArray();
            winner = emission.Storage(Shape.OfValue(held), isSettled: true);
            best = [.. keysOf.Select(key => (Expression)new Expression.Read(emission.NewVariable(key.Kind, isSettled: true), site))];
            var isBetter = new Expression.Conditional(isFound, Precedes(keysOf, best, 0), new Expression.Constant(Scalar.Of(true), site), site);
            emission.Emit(new Statement.If(isBetter, [.. emission.Capture(() =>
            {
                for (var number = 0; number < best.Length; number++)
                {
                    emission.Emit(new Statement.Assign(((Expression.Read)best[number]).Variable, keysOf[number], site));
                }

                emission.Assign(winner, held, site);
                emission.Emit(new Statement.Assign(isFound.Variable, new Expression.Constant(Scalar.Of(true), site), site));
            })], [], site));
        }));
        emission.Emit(new Statement.Assign(isFound.Variable, new Expression.Constant(Scalar.Of(false), site), site));
        emission.Emit(loop);
        return (isFound, winner!);
    }

    private static Expression KeyOf(OrderKey key, Value element) =>
        key.Selector is { } selector ? selector.Number(element) : element is Value.Number own ? own.Expression : throw new RefusedException("order of records without a key", null);

    private Indexed Sort()
    {
        var elements = source.ByIndexOrNull() is { } direct && keys.All(key => key.Selector is not null) ? direct() : new Materialisation(lowerer, site).Of(source);
        var columns = keys.Select(_ => (ArrayExpression?)null).ToArray();
        Fill(elements, columns);
        var order = InsertionSort(elements.Count, columns!);
        return new Indexed(elements.Count, index => elements.At(lowerer.Emission.Hold(new Expression.Element(order, index, site))));
    }

    private void Fill(Indexed elements, ArrayExpression?[] columns)
    {
        var emission = lowerer.Emission;
        var (exit, next) = (emission.NewLabel(), emission.NewLabel());
        List<Statement> allocations = [];
        var loop = emission.Capture(() => lowerer.Loops.Count(elements.Count, exit, next, index =>
        {
            var element = emission.Keep(elements.At(index));
            for (var number = 0; number < columns.Length; number++)
            {
                var key = KeyOf(keys[number], element);
                var variable = emission.NewVariable(key.Kind, isArray: true, isSettled: true);
                columns[number] = new ArrayExpression.Read(variable, site);
                allocations.Add(new Statement.Refer(variable, new ArrayExpression.Zeros(key.Kind, elements.Count, site), site));
                emission.Emit(new Statement.Store(columns[number]!, index, key, site));
            }
        }, site));
        emission.Emit(allocations);
        emission.Emit(loop);
    }

    /// <summary>The indices of the elements in order. Insertion sort is stable and short; rules are about few agents.</summary>
    private ArrayExpression InsertionSort(Expression count, IReadOnlyList<ArrayExpression> columns)
    {
        var emission = lowerer.Emission;
        var order = emission.Hold(new ArrayExpression.Zeros(ScalarKind.Int32, count, site));
        lowerer.Loops.Count(count, emission.NewLabel(), emission.NewLabel(), index => emission.Emit(new Statement.Store(order, index, index, site)), site);
        new Sorting(lowerer, site).Insert(count, order, (left, right) => Precedes(
            [.. columns.Select(column => new Expression.Element(column, left, site))], [.. columns.Select(column => new Expression.Element(column, right, site))], 0));
        return order;
    }

    /// <summary>Whether the first element, told by its keys, comes strictly before the second.</summary>
    private Expression Precedes(IReadOnlyList<Expression> left, IReadOnlyList<Expression> right, int number)
    {
        var (x, y) = keys[number].IsDescending ? (right[number], left[number]) : (left[number], right[number]);
        var precedes = Sorting.Less(x, y, site);
        if (number == keys.Count - 1)
        {
            return precedes;
        }

        var ties = new Expression.Conditional(Sorting.Less(y, x, site), new Expression.Constant(Scalar.Of(false), site), Precedes(left, right, number + 1), site);
        return new Expression.Conditional(precedes, new Expression.Constant(Scalar.Of(true), site), ties, site);
    }
}
