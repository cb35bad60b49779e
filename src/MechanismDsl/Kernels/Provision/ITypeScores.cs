namespace MechanismDsl.Kernels;

/// <summary>The scores of the types of agents for whom one decision is taken, as the compiler writes them: a type is a buyer's value, or minus a seller's cost.</summary>
public interface ITypeScores
{
    /// <summary>The sum of scores from which it is decided for all.</summary>
    static abstract double Least { get; }

    /// <summary>The lowest type of an agent with which it can be decided for.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    static abstract double Floor(int agent);

    /// <summary>The score of a type of at least the floor; it never falls.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <param name="type">The type.</param>
    static abstract double Score(int agent, double type);

    /// <summary>The lowest type whose score is at least the given one; +∞ where none is.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <param name="score">The score.</param>
    static abstract double Lowest(int agent, double score);
}
