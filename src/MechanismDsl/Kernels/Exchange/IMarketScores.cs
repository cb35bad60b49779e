namespace MechanismDsl.Kernels;

/// <summary>The scores of buyers and sellers, as the compiler writes them; equal scores of a side are told apart by the order of the agents.</summary>
public interface IMarketScores : ITypeScores
{
    /// <summary>The lowest type whose score is above the given one, as an infimum; +∞ where none is.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <param name="score">The score.</param>
    static abstract double Above(int agent, double score);
}
