namespace MechanismDsl.Kernels;

/// <summary>What agents for whom one decision is taken are charged for their reports where payments balance, as the compiler writes it.</summary>
public interface IBalancedCharges
{
    /// <summary>Whether all others receive a charge in equal parts; otherwise the agent before it does, the last one for the first.</summary>
    static abstract bool IsShared { get; }

    /// <summary>What it costs if it is decided for: the sum of the shares.</summary>
    static abstract double Cost { get; }

    /// <summary>What an agent bears of the cost.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    static abstract double Share(int agent);

    /// <summary>What an agent is charged for its type: as often as there are others where these share it.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <param name="type">The type: a buyer's value, or minus a seller's cost.</param>
    static abstract double Charge(int agent, double type);
}
