using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Lowers the operators of LINQ that end a query, with the order of evaluation and the treatment of NaN of the real ones.</summary>
internal sealed class AggregateLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>What a query yields; null for an operator that rules do not have.</summary>
    public Value? Lower(IInvocationOperation call, Sequence source, IOperation[] arguments)
    {
        var site = lowerer.At(call);
        var name = call.TargetMethod.Name;
        switch (name, arguments.Length)
        {
            case ("ToArray" or "ToList", 1):
                return new Materialisation(lowerer, site).ToArray(source);
            case ("Count", 1):
                return Count(source, null, site);
            case ("Count", 2):
                return Count(source, Function.Of(lowerer, arguments[1]), site);
            case ("Sum" or "Average" or "Max" or "Min", 1 or 2) when Kinds.Of(call.Type) is { } kind:
                var numbers = arguments.Length == 1 ? source : Select(source, Function.Of(lowerer, arguments[1]), site);
                // Floats are summed as doubles.
                var value = name switch { "Sum" => Sum(numbers, kind, site), "Average" => Average(numbers, kind, site), _ => Extreme(numbers, kind, name == "Max", site) };
                return new Value.Number(name is "Sum" or "Average" ? lowerer.Conversions.Narrow(value, call.Type, isChecked: false, site) : value);
            case ("MaxBy" or "MinBy", 2):
                return ExtremeBy(call, source, Function.Of(lowerer, arguments[1]), name == "MaxBy", site);
            case ("Any" or "All", 1 or 2):
                return Exists(source, arguments.Length == 2 ? Function.Of(lowerer, arguments[1]) : null, isAll: name == "All", site);
            case ("Contains", 2):
                var sought = Emission.Hold(lowerer.Number(arguments[1]));
                return Search(source, element => Sorting.Same(Number(element), sought, site), true, site);
            case ("First" or "FirstOrDefault", 1 or 2) when arguments.Length == 1 || arguments[1].Type?.TypeKind == TypeKind.Delegate:
                return First(call, source, arguments.Length == 2 ? Function.Of(lowerer, arguments[1]) : null, null, name == "First", site);
            case ("FirstOrDefault", 2):
                return First(call, source, null, Emission.Keep(lowerer.Expressions.Lower(arguments[1])), false, site);
            case ("ElementAt", 2) when Kinds.Of(arguments[1].Type) == ScalarKind.Int32:
                var index = Emission.Hold(lowerer.Number(arguments[1]));
                return At(ByIndex(source, site), index, nameof(ArgumentOutOfRangeException), site);
            case ("Aggregate", 3):
                return Aggregate(source, lowerer.Expressions.Lower(arguments[1]), Function.Of(lowerer, arguments[2]), site);
            default:
                return null;
        }
    }

    private Sequence Select(Sequence source, Function selector, int site) => source.ByIndexOrNull() is { } direct
        ? new IndexedSequence(lowerer, site, () => direct() is var all ? new Indexed(all.Count, index => selector.Apply(all.At(index))) : null!)
        : new FilteredSequence(source, (element, _, _, rest) => rest(selector.Apply(element)));

    private Value Count(Sequence source, Function? test, int site)
    {
        if (test is null && source.ByIndexOrNull() is { } direct)
        {
            return new Value.Number(direct().Count);
        }

        var count = Variable(ScalarKind.Int32, Constant(ScalarKind.Int32, 0, site), site);
        Each(source, (element, _) =>
        {
            var statements = Emission.Capture(() => Assign(count, new Expression.Binary(BinaryOperation.Add, count, Constant(ScalarKind.Int32, 1, site), isChecked: true, site), site));
            Emission.Emit(test is null ? statements : [new Statement.If(test.Number(element), [.. statements], [], site)]);
        });
        return new Value.Number(count);
    }

    /// <summary>From zero, in order; sums of integers fail on overflow.</summary>
    private Expression Sum(Sequence numbers, ScalarKind kind, int site)
    {
        var sum = Variable(kind, Constant(kind, 0, site), site);
        Each(numbers, (element, _) => Assign(sum, new Expression.Binary(BinaryOperation.Add, sum, Number(element), kind.IsInteger(), site), site));
        return sum;
    }

    /// <summary>The sum, of whole numbers as longs, divided by the count; of doubles it starts with the first element, not with zero.</summary>
    private Expression Average(Sequence numbers, ScalarKind kind, int site)
    {
        Expression.Read? sum = null;
        var count = Variable(ScalarKind.Int64, Constant(ScalarKind.Int64, 0, site), site);
        List<Statement> start = [];
        var loop = Emission.Capture(() => Each(numbers, (element, _) =>
        {
            var number = Number(element);
            var summed = number.Kind == ScalarKind.Int32 ? ScalarKind.Int64 : number.Kind;
            var term = number.Kind == summed ? number : new Expression.Convert(summed, number, site: site);
            start = Emission.Capture(() => sum = Variable(summed, NegativeZero(summed, site), site));
            Assign(sum!, new Expression.Binary(BinaryOperation.Add, sum!, term, summed.IsInteger(), site), site);
            Assign(count, new Expression.Binary(BinaryOperation.Add, count, Constant(ScalarKind.Int64, 1, site), isChecked: true, site), site);
        }));
        Emission.Emit(start);
        Emission.Emit(loop);
        FailUnless(new Expression.Binary(BinaryOperation.Less, Constant(ScalarKind.Int64, 0, site), count, site: site), nameof(InvalidOperationException), site);
        var total = sum!.Kind == kind ? (Expression)sum : new Expression.Convert(kind, sum, site: site);
        return new Expression.Binary(BinaryOperation.Divide, total, new Expression.Convert(kind, count, site: site), site: site);
    }

    /// <summary>What added to the first number gives that number, to the bit: −0.0, because 0.0 + −0.0 is 0.0.</summary>
    private static Expression.Constant NegativeZero(ScalarKind kind, int site) => kind == ScalarKind.Double ? new Expression.Constant(Scalar.Of(-0.0), site) : Constant(kind, 0, site);

    /// <summary>The first largest or smallest number. NaN is below all numbers: Max skips it, Min ends with it.</summary>
    private Expression Extreme(Sequence numbers, ScalarKind kind, bool isMax, int site)
    {
        var best = Emission.NewVariable(kind, isSettled: true);
        var read = new Expression.Read(best, site);
        WithFirst(numbers, best, element => Number(element), number => isMax ? Sorting.Less(read, number, site) : Sorting.Less(number, read, site), null, site);
        return read;
    }

    private Value ExtremeBy(IInvocationOperation call, Sequence source, Function selector, bool isMax, int site)
    {
        var winner = Emission.Storage(Lowerer.ShapeOf(call, call.Type), isSettled: true);
        Variable? key = null;
        Expression.Read? read = null;
        WithFirst(
            source,
            null,
            element =>
            {
                var number = selector.Number(element);
                key ??= Emission.NewVariable(number.Kind, isSettled: true);
                read ??= new Expression.Read(key.Value, site);
                return number;
            },
            number => isMax ? Sorting.Less(read!, number, site) : Sorting.Less(number, read!, site),
            (element, number) =>
            {
                Emission.Emit(new Statement.Assign(key!.Value, number, site));
                Emission.Assign(winner, element, site);
            },
            site);
        return winner;
    }

    /// <summary>Keeps the first element, then every one that is better than the one that is kept; fails without elements.</summary>
    private void WithFirst(Sequence source, Variable? best, Func<Value, Expression> measure, Func<Expression, Expression> isBetter, Action<Value, Expression>? keep, int site)
    {
        void Keep(Value element, Expression number)
        {
            if (keep is null)
            {
                Emission.Emit(new Statement.Assign(best!.Value, number, site));
            }
            else
            {
                keep(element, number);
            }
        }

        if (source.ByIndexOrNull() is { } direct)
        {
            var all = direct();
            FailUnless(new Expression.Binary(BinaryOperation.Less, Constant(ScalarKind.Int32, 0, site), all.Count, site: site), nameof(InvalidOperationException), site);
            var start = Emission.Keep(all.At(Constant(ScalarKind.Int32, 0, site)));
            Keep(start, measure(start));
            lowerer.Loops.Count(Constant(ScalarKind.Int32, 1, site), all.Count, Emission.NewLabel(), Emission.NewLabel(), index =>
            {
                var element = Emission.Keep(all.At(index));
                var number = Emission.Hold(measure(element));
                var kept = Emission.Capture(() => Keep(element, number));
                Emission.Emit(new Statement.If(isBetter(number), [.. kept], [], site));
            }, site);
            return;
        }

        var isFound = Variable(ScalarKind.Boolean, Truth(false, site), site);
        Each(source, (element, _) =>
        {
            var held = Emission.Keep(element);
            var number = Emission.Hold(measure(held));
            var better = new Expression.Conditional(isFound, isBetter(number), Truth(true, site), site);
            var kept = Emission.Capture(() =>
            {
                Keep(held, number);
                Assign(isFound, Truth(true, site), site);
            });
            Emission.Emit(new Statement.If(better, [.. kept], [], site));
        });
        FailUnless(isFound, nameof(InvalidOperationException), site);
    }

    private Value Exists(Sequence source, Function? test, bool isAll, int site)
    {
        if (test is null)
        {
            return source.ByIndexOrNull() is { } direct
                ? new Value.Number(new Expression.Binary(BinaryOperation.Less, Constant(ScalarKind.Int32, 0, site), direct().Count, site: site))
                : Search(source, _ => Truth(true, site), true, site);
        }

        return Search(source, element => isAll ? new Expression.Unary(UnaryOperation.Not, test.Number(element), site: site) : test.Number(element), !isAll, site);
    }

    /// <summary>Whether an element passes a test; the search ends with it.</summary>
    private Value.Number Search(Sequence source, Func<Value, Expression> test, bool found, int site)
    {
        var result = Variable(ScalarKind.Boolean, Truth(!found, site), site);
        Each(source, (element, exit) => Emission.Emit(new Statement.If(
            test(Emission.Keep(element)),
            [new Statement.Assign(result.Variable, Truth(found, site), site), new Statement.Leave(exit, site)], [], site)));
        return new Value.Number(result);
    }

    private Value First(IInvocationOperation call, Sequence source, Function? test, Value? otherwise, bool mustExist, int site)
    {
        if (test is null && source.First() is var (isThere, element))
        {
            if (mustExist)
            {
                FailUnless(isThere, nameof(InvalidOperationException), site);
                return element;
            }

            return lowerer.Expressions.Choose(call, isThere, () => element, () => otherwise ?? lowerer.Records.Zero(call, Lowerer.ShapeOf(call, call.Type)));
        }

        if (test is null && mustExist && source.ByIndexOrNull() is { } direct)
        {
            return At(direct(), Constant(ScalarKind.Int32, 0, site), nameof(InvalidOperationException), site);
        }

        var shape = Lowerer.ShapeOf(call, call.Type);
        var result = Emission.Storage(shape, isSettled: true);
        if (!mustExist)
        {
            Emission.Assign(result, otherwise ?? lowerer.Records.Zero(call, shape), site);
        }

        var isFound = Variable(ScalarKind.Boolean, Truth(false, site), site);
        Each(source, (element, exit) =>
        {
            var held = Emission.Keep(element);
            var kept = Emission.Capture(() =>
            {
                Emission.Assign(result, held, site);
                Assign(isFound, Truth(true, site), site);
                Emission.Emit(new Statement.Leave(exit, site));
            });
            Emission.Emit(test is null ? kept : [new Statement.If(test.Number(held), [.. kept], [], site)]);
        });
        if (mustExist)
        {
            FailUnless(isFound, nameof(InvalidOperationException), site);
        }

        return result;
    }

    private Value At(Indexed elements, Expression index, string failure, int site)
    {
        var held = Emission.Hold(index);
        var isInside = new Expression.Binary(BinaryOperation.Less, held, elements.Count, site: site);
        FailUnless(
            held is Expression.Constant { Value.AsInteger: >= 0 } ? isInside
                : new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, held, Constant(ScalarKind.Int32, 0, site), site: site), Truth(false, site), isInside, site),
            failure,
            site);
        return Emission.Keep(elements.At(held));
    }

    private Value Aggregate(Sequence source, Value seed, Function step, int site)
    {
        // The accumulator is of the seed's type; the seed was evaluated before the loop.
        var accumulator = seed.Map(number => Variable(number.Kind, number, site), _ => throw new RefusedException("aggregate of arrays", null));
        Each(source, (element, _) => Emission.Assign(accumulator, step.Apply(accumulator.Map(Emission.Copy, Emission.Copy), Emission.Keep(element)), site));
        return accumulator;
    }

    private Indexed ByIndex(Sequence source, int site) => source.ByIndexOrNull() is { } direct ? direct() : new Materialisation(lowerer, site).Of(source);

    private void Each(Sequence source, Action<Value, int> body)
    {
        var exit = Emission.NewLabel();
        source.Each(exit, Emission.NewLabel(), element => body(element, exit));
    }

    private void FailUnless(Expression test, string exception, int site) => Emission.Emit(new Statement.If(test, [], [new Statement.Fail(exception, site)], site));

    /// <summary>A variable that changes only inside the loop that it is for.</summary>
    private Expression.Read Variable(ScalarKind kind, Expression start, int site)
    {
        var variable = Emission.NewVariable(kind, isSettled: true);
        Emission.Emit(new Statement.Assign(variable, start, site));
        return new Expression.Read(variable, site);
    }

    private void Assign(Expression.Read variable, Expression value, int site) => Emission.Emit(new Statement.Assign(variable.Variable, value, site));

    private static Expression Number(Value element) => element is Value.Number number ? number.Expression : throw new RefusedException("query over records where numbers are needed", null);

    private static Expression.Constant Truth(bool value, int site) => new(Scalar.Of(value), site);

    private static Expression.Constant Constant(ScalarKind kind, int value, int site) => ArithmeticLowering.Constant(kind, value, site);
}
