using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Symbolic;

/// <summary>An array whose length is known and whose cells are terms. It is an object of the heap: two variables can refer to the same one.</summary>
/// <param name="kind">The kind of the cells.</param>
/// <param name="cells">The cells; the array takes them over.</param>
internal class SymbolicArray(ScalarKind kind, Term[] cells)
{
    /// <summary>The kind of the cells.</summary>
    public ScalarKind Kind { get; } = kind;

    /// <summary>The cells.</summary>
    public Term[] Cells { get; } = cells;

    /// <summary>An array of zeros.</summary>
    public static SymbolicArray Zeros(TermPool pool, ScalarKind kind, int length)
    {
        var cells = new Term[length];
        for (var index = 0; index < length; index++)
        {
            cells[index] = pool.Constant(Scalar.Zero(kind));
        }

        return new SymbolicArray(kind, cells);
    }
}

/// <summary>An array with an element for every agent of a number of agents that is not fixed; it has no cells.</summary>
/// <param name="kind">The kind of the elements.</param>
internal abstract class AgentArray(ScalarKind kind) : SymbolicArray(kind, [])
{
    /// <summary>The number of agents.</summary>
    public abstract Term Length { get; }

    /// <summary>The element of an agent.</summary>
    /// <exception cref="RuleFailureException">It is not known whose element this is.</exception>
    public abstract Term Read(Term index, int site);

    /// <summary>Gives an agent's element a new value.</summary>
    /// <exception cref="RuleFailureException">It is not known whose element this is, or it cannot be written.</exception>
    public abstract void Write(Term index, Term value, int site);
}

/// <summary>An argument of a rule: a term, or an array.</summary>
/// <param name="Scalar">The term, or null.</param>
/// <param name="Array">The array, or null.</param>
internal readonly record struct Argument(Term? Scalar, SymbolicArray? Array)
{
    /// <summary>A scalar argument.</summary>
    public static Argument Of(Term term) => new(term, null);

    /// <summary>An array argument.</summary>
    public static Argument Of(SymbolicArray array) => new(null, array);
}
