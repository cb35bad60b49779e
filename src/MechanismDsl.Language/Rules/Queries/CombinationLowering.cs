using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Lowers the operators of LINQ that add elements to a sequence, leave out repeated ones, or look at its ends.</summary>
internal sealed class CombinationLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>A sequence made of another one; null for an operator of another kind.</summary>
    public Sequence? Transform(IInvocationOperation call, IOperation[] arguments)
    {
        var site = lowerer.At(call);
        var queries = lowerer.Queries;
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("DefaultIfEmpty", 1 or 2):
                var source = queries.Of(arguments[0]);
                var otherwise = arguments.Length == 2 ? Emission.Keep(lowerer.Expressions.Lower(arguments[1])) : lowerer.Records.Zero(call, Lowerer.ShapeOf(call, ((INamedTypeSymbol)call.Type!).TypeArguments[0]));
                return OrDefault(call, source, queries.ByIndex(source, call), otherwise, site);
            case ("Concat", 2):
                return Concat(call, queries.ByIndex(queries.Of(arguments[0]), call), queries.ByIndex(queries.Of(arguments[1]), call), site);
            case ("Append" or "Prepend", 2):
                var all = queries.ByIndex(queries.Of(arguments[0]), call);
                var added = Emission.Keep(lowerer.Expressions.Lower(arguments[1]));
                Indexed One() => new(Constant(1, site), _ => added);
                return call.TargetMethod.Name == "Append" ? Concat(call, all, One, site) : Concat(call, One, all, site);
            case ("Distinct", 1):
                return Distinct(queries.ByIndex(queries.Of(arguments[0]), call), call, site);
            case ("SkipWhile", 2) when Function.Of(lowerer, arguments[1]) is { Arity: 1 } test:
                return new SkippingSequence(lowerer, site, queries.Of(arguments[0]), test);
            case ("Index", 1) when Shape.Of(((INamedTypeSymbol)call.Type!).TypeArguments[0]) is Shape.Record pair:
                var numbered = queries.ByIndex(queries.Of(arguments[0]), call);
                return new IndexedSequence(lowerer, site, () => numbered() is var elements
                    ? new Indexed(elements.Count, index => new Value.Record(pair, [new Value.Number(index), elements.At(index)]))
                    : null!);
            default:
                return null;
        }
    }

    private IndexedSequence OrDefault(IOperation call, Sequence source, Func<Indexed> start, Value otherwise, int site) => new(lowerer, site, () =>
    {
        var all = start();
        var isEmpty = Emission.Hold(new Expression.Binary(BinaryOperation.Equal, all.Count, Constant(0, site), site: site));
        return new Indexed(
            Emission.Hold(new Expression.Conditional(isEmpty, Constant(1, site), all.Count, site)),
            index => lowerer.Expressions.Choose(call, isEmpty, () => otherwise, () => all.At(index)));
    }, first: () => source.First() is var (isThere, element)
        ? (new Expression.Constant(Scalar.Of(true), site), lowerer.Expressions.Choose(call, isThere, () => element, () => otherwise))
        : null);

    private IndexedSequence Concat(IOperation call, Func<Indexed> first, Func<Indexed> second, int site) => new(lowerer, site, () =>
    {
        var (left, right) = (first(), second());
        return new Indexed(
            Emission.Hold(new Expression.Binary(BinaryOperation.Add, left.Count, right.Count, site: site)),
            index => lowerer.Expressions.Choose(
                call,
                new Expression.Binary(BinaryOperation.Less, index, left.Count, site: site),
                () => left.At(index),
                () => right.At(Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, index, left.Count, site: site)))));
    });

    /// <summary>Every element that no earlier one equals.</summary>
    private FilteredSequence Distinct(Func<Indexed> start, IOperation call, int site)
    {
        Indexed? all = null;
        var numbered = new IndexedSequence(lowerer, site, () => (all = start()) is var elements
            ? new Indexed(elements.Count, index => new Value.Several([Emission.Keep(elements.At(index)), new Value.Number(index)]))
            : null!);
        return new FilteredSequence(numbered, (pair, _, next, rest) =>
        {
            if (pair is not Value.Several { Values: [Value.Number { Expression: var number } element, Value.Number { Expression: var index }] })
            {
                throw RefusedException.At(call, $"{Wording.Source(call)} of elements that are no numbers");
            }

            var isRepeated = Emission.NewVariable(ScalarKind.Boolean, isSettled: true);
            Emission.Emit(new Statement.Assign(isRepeated, new Expression.Constant(Scalar.Of(false), site), site));
            var exit = Emission.NewLabel();
            lowerer.Loops.Count(index, exit, Emission.NewLabel(), earlier => Emission.Emit(new Statement.If(
                Sorting.Same(((Value.Number)Emission.Keep(all!.At(earlier))).Expression, number, site),
                [new Statement.Assign(isRepeated, new Expression.Constant(Scalar.Of(true), site), site), new Statement.Leave(exit, site)],
                [],
                site)), site);
            Emission.Emit(new Statement.If(new Expression.Read(isRepeated, site), [new Statement.Leave(next, site)], [], site));
            rest(element);
        });
    }

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}

/// <summary>A sequence without its first elements, as long as they pass a test.</summary>
internal sealed class SkippingSequence(Lowerer lowerer, int site, Sequence source, Function test) : Sequence
{
    /// <inheritdoc/>
    public override void Each(int exit, int next, Action<Value> body)
    {
        var emission = lowerer.Emission;
        var isTaking = emission.NewVariable(ScalarKind.Boolean, isSettled: true);
        emission.Emit(new Statement.Assign(isTaking, new Expression.Constant(Scalar.Of(false), site), site));
        source.Each(exit, next, element =>
        {
            var held = emission.Keep(element);
            var start = emission.Capture(() => emission.Emit(new Statement.If(
                test.Number(held),
                [new Statement.Leave(next, site)],
                [new Statement.Assign(isTaking, new Expression.Constant(Scalar.Of(true), site), site)],
                site)));
            emission.Emit(new Statement.If(new Expression.Read(isTaking, site), [], [.. start], site));
            body(held);
        });
    }

    /// <inheritdoc/>
    public override Expression Most() => source.Most();
}
