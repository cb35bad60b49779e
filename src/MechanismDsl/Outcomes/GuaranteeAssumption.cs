namespace MechanismDsl;

/// <summary>A guarantee that the author of a mechanism answers for, see <see cref="AssumedAttribute"/>.</summary>
/// <param name="Guarantee">What is assumed.</param>
/// <param name="Because">The author's reason.</param>
public sealed record GuaranteeAssumption(Guarantee Guarantee, string Because);
