using System.Numerics;

namespace MechanismDsl;

/// <summary>What one agent wants of a divisible good (<see cref="DivisibleAttribute"/>): every unit is worth the same to it, up to a cap, and nothing beyond.</summary>
/// <typeparam name="TMoney">The numbers of values, amounts and payments.</typeparam>
/// <param name="Value">What a unit is worth to it, in [0, 1e15]; 0 for nothing wanted.</param>
/// <param name="Most">The cap: how many units it wants at most, in [0, 1e15]; in exact money a whole number.</param>
public readonly record struct Demand<TMoney>(TMoney Value, TMoney Most)
    where TMoney : struct, INumber<TMoney>;
