using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Rules;

/// <summary>
/// A statement of a rule. Control flow is structured: blocks that can be left, and loops that run until a block around them is left. C#'s
/// <c>return</c>, <c>break</c>, <c>continue</c> and the return of an inlined method are all <see cref="Leave"/>.
/// </summary>
/// <param name="site">The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</param>
public abstract class Statement(int site)
{
    /// <summary>The number of the place in the source that it came from, −1 for none; not part of the rule's identity.</summary>
    public int Site { get; } = site;

    /// <summary>Gives a scalar variable a new value.</summary>
    public sealed class Assign(Variable target, Expression value, int site = -1) : Statement(site)
    {
        /// <summary>The variable.</summary>
        public Variable Target { get; } = target;

        /// <summary>Its new value, of the variable's kind.</summary>
        public Expression Value { get; } = value;
    }

    /// <summary>Lets an array variable refer to an array; nothing is copied.</summary>
    public sealed class Refer(Variable target, ArrayExpression array, int site = -1) : Statement(site)
    {
        /// <summary>The array variable.</summary>
        public Variable Target { get; } = target;

        /// <summary>The array.</summary>
        public ArrayExpression Array { get; } = array;
    }

    /// <summary>Writes an element of an array; fails outside its bounds.</summary>
    public sealed class Store(ArrayExpression array, Expression index, Expression value, int site = -1) : Statement(site)
    {
        /// <summary>The array.</summary>
        public ArrayExpression Array { get; } = array;

        /// <summary>The <c>int</c> index, from 0.</summary>
        public Expression Index { get; } = index;

        /// <summary>The new value, of the array's kind.</summary>
        public Expression Value { get; } = value;
    }

    /// <summary>One of two lists of statements.</summary>
    public sealed class If(Expression test, EquatableArray<Statement> then, EquatableArray<Statement> otherwise, int site = -1) : Statement(site)
    {
        /// <summary>The boolean test.</summary>
        public Expression Test { get; } = test;

        /// <summary>What runs if it holds.</summary>
        public EquatableArray<Statement> Then { get; } = then;

        /// <summary>What runs if it does not; can be empty.</summary>
        public EquatableArray<Statement> Else { get; } = otherwise;
    }

    /// <summary>Runs its body again and again; only leaving a block around it ends it.</summary>
    public sealed class Loop(EquatableArray<Statement> body, int site = -1) : Statement(site)
    {
        /// <summary>The body.</summary>
        public EquatableArray<Statement> Body { get; } = body;
    }

    /// <summary>Statements that <see cref="Leave"/> can end early.</summary>
    /// <remarks>
    /// A counting loop <c>for (init; test; step) body</c> is always lowered to: init; Block(a, [Loop([If(test, [], [Leave a]), Block(b, body), step])]),
    /// where <c>break</c> leaves a and <c>continue</c> leaves b; the prover for any number of agents knows it by this shape.
    /// </remarks>
    public sealed class Block(int label, EquatableArray<Statement> body, int site = -1) : Statement(site)
    {
        /// <summary>The label by which it is left; unique within the rule.</summary>
        public int Label { get; } = label;

        /// <summary>The statements.</summary>
        public EquatableArray<Statement> Body { get; } = body;
    }

    /// <summary>Goes on after the block with this label, which is around it.</summary>
    public sealed class Leave(int label, int site = -1) : Statement(site)
    {
        /// <summary>The label of the block.</summary>
        public int Label { get; } = label;
    }

    /// <summary>A <c>throw</c>: the rule has no result on these reports.</summary>
    public sealed class Fail(string exception, int site = -1) : Statement(site)
    {
        /// <summary>The name of the exception's type, for messages.</summary>
        public string Exception { get; } = exception;
    }
}
