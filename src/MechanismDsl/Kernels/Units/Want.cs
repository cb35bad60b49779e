using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>What an agent wants of a divisible good, and what it gets. The highest value comes first, the lower index among equals.</summary>
internal struct Want<TMoney>(TMoney value, TMoney most, int agent) : IComparable<Want<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>What a unit is worth.</summary>
    public readonly TMoney Value = value;

    /// <summary>How many units are wanted.</summary>
    public readonly TMoney Most = most;

    /// <summary>Who wants them.</summary>
    public readonly int Agent = agent;

    /// <summary>How many units it gets.</summary>
    public TMoney Gets = TMoney.Zero;

    /// <summary>What it pays for them in total.</summary>
    public TMoney Payment = TMoney.Zero;

    /// <inheritdoc/>
    public readonly int CompareTo(Want<TMoney> other) => Value != other.Value ? other.Value.CompareTo(Value) : Agent.CompareTo(other.Agent);
}
