using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>
/// A query of LINQ that has not been carried out. As in C#, its sources are fixed when it is made, and its lambdas run whenever it is enumerated,
/// on what the captured variables hold then.
/// </summary>
internal abstract class Sequence
{
    /// <summary>Emits a loop over the elements in order.</summary>
    /// <param name="exit">The label that ends the loop.</param>
    /// <param name="next">The label that goes on to the next element.</param>
    /// <param name="body">Emits what is done with an element.</param>
    public abstract void Each(int exit, int next, Action<Value> body);

    /// <summary>What emits the start of the query and returns its elements by index; null if they cannot be had in any order.</summary>
    public virtual Func<Indexed>? ByIndexOrNull() => null;

    /// <summary>At most this many elements: the number of those that the query starts from.</summary>
    public abstract Expression Most();

    /// <summary>Emits the search for the first element and returns whether there is one, and which; null if the elements are best gone through.</summary>
    public virtual (Expression IsThere, Value Element)? First() => null;
}

/// <summary>Elements that can be had by index.</summary>
/// <param name="Count">Their number, settled.</param>
/// <param name="At">Emits what an element needs and returns it; the index is settled and inside.</param>
internal sealed record Indexed(Expression Count, Func<Expression, Value> At);

/// <summary>A sequence whose elements can be had by index.</summary>
/// <param name="lowerer">The lowering.</param>
/// <param name="site">The place.</param>
/// <param name="start">Emits what stands before the first element and returns the elements.</param>
/// <param name="whole">The array of numbers that the sequence is, from its first element to its last; null if it is no such array.</param>
/// <param name="first">Emits the search for the first element; null if the elements are best gone through.</param>
internal sealed class IndexedSequence(Lowerer lowerer, int site, Func<Indexed> start, Value.List? whole = null, Func<(Expression IsThere, Value Element)?>? first = null) : Sequence
{
    /// <summary>The array of numbers that the sequence is, from its first element to its last; null if it is no such array.</summary>
    public Value.List? Whole => whole;

    /// <inheritdoc/>
    public override void Each(int exit, int next, Action<Value> body)
    {
        var elements = start();
        lowerer.Loops.Count(elements.Count, exit, next, index => body(elements.At(index)), site);
    }

    /// <inheritdoc/>
    public override Func<Indexed> ByIndexOrNull() => start;

    /// <inheritdoc/>
    public override Expression Most() => start().Count;

    /// <inheritdoc/>
    public override (Expression IsThere, Value Element)? First() => first?.Invoke();
}

/// <summary>A sequence that leaves out elements of another one, or ends early.</summary>
/// <param name="source">The other one.</param>
/// <param name="filter">Emits the test of an element and what follows it: the element, the labels of the end and of the next element, the rest.</param>
internal sealed class FilteredSequence(Sequence source, Action<Value, int, int, Action<Value>> filter) : Sequence
{
    /// <inheritdoc/>
    public override void Each(int exit, int next, Action<Value> body) => source.Each(exit, next, element => filter(element, exit, next, body));

    /// <inheritdoc/>
    public override Expression Most() => source.Most();
}
