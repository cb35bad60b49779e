namespace MechanismDsl;

/// <summary>
/// The environment: partners own shares of a firm and want to part. One of them gets everything, the others are paid. A report is what the whole firm is worth
/// to the partner; staying together is worth its share of that.
/// </summary>
/// <param name="shares">What every partner owns, in order: at least two shares, each from 0 to 1, which sum to 1 (MECH0033).</param>
/// <remarks>
/// <para>
/// With <see cref="EfficientAttribute"/> and a prior of every partner the firm goes to the highest value. Every partner pays the expected externality of its report,
/// the others receive it in equal parts (d'Aspremont and Gérard-Varet 1979), and side payments that sum to zero leave all the same where taking part is worth
/// least: payments balance at every profile, and truth is a best reply in expectation.
/// </para>
/// <para>
/// Whether all agree depends on the shares (Cramton, Gibbons and Klemperer 1987). With values uniform on an interval they do exactly if Σ shareᵢ^(n/(n−1)) is at
/// most n/(n + 1): two partners with shares from 0.2113 to 0.7887. Equal shares of partners with the same prior can always be dissolved; an owner of
/// everything and a partner without a share never can.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Partnership(.5, .5), Efficient, Prior&lt;Uniform&gt;(0, 1)]
/// public partial class Buyout;
///
/// Buyout.Run([.4, .8])            // partner 1 gets everything and pays 0.24
/// Buyout.Surplus                  // 1/12: all agree
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PartnershipAttribute(params double[] shares) : Attribute
{
    /// <summary>What every partner owns, in order.</summary>
    public IReadOnlyList<double> Shares => shares;
}
