namespace MechanismDsl;

/// <summary>
/// The domain [low, high] of a number in a rule: a parameter of a <see cref="ScoreAttribute"/> method, a member of a record that is reported, or, on the reports of
/// an <see cref="AllocationAttribute"/> or <see cref="PaymentAttribute"/> method, each of them.
/// </summary>
/// <remarks>
/// Proofs hold on the domain, and the generated code refuses what lies outside it with an <see cref="ArgumentOutOfRangeException"/>. A report without a domain has
/// [0, 10^15]; a public parameter must state one (MECH1012). On a positional record it may stand on the parameter.
/// </remarks>
/// <param name="low">Lowest number, included: for a report from 0 to 10^15, for other numbers from −10^15 to 10^15 (MECH0013).</param>
/// <param name="high">Highest number, included: at least <paramref name="low"/>, at most 10^15 (MECH0013).</param>
/// <example><code>public readonly record struct AdBid([Report, Between(0, 100)] double Amount, [Between(.1, 1), Verified] double Quality);</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class BetweenAttribute(double low, double high) : Attribute
{
    /// <summary>Lowest number.</summary>
    public double Low => low;

    /// <summary>Highest number.</summary>
    public double High => high;
}
