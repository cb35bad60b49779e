namespace MechanismDsl;

/// <summary>
/// The environment: an income tax for people whose skills only they know. Everybody chooses an output from one schedule and keeps what the tax leaves; its utility is
/// that consumption less labour²/2, and its labour is output divided by skill (Mirrlees 1971, without income effects).
/// </summary>
/// <param name="objective">What the schedule maximises.</param>
/// <remarks>
/// <para>
/// The skills have a prior: finitely many (solved in rational numbers) or a density on a bounded interval of positive numbers (MECH0034). Output is 1/y with
/// y = 1/skill² + 2λ(1 − F)/(f·skill³), and λ = 1 for <see cref="TaxObjective.Rawlsian"/>; the highest skill is not distorted. Where y rises, skills are
/// bunched at one output.
/// </para>
/// <para>The disutility depends on the skill; with one that did not, nobody could be told apart from anybody else.</para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([1, 2], [1, 1])]
/// public partial class IncomeTax;
///
/// IncomeTax.Output(1)             // 4/7 instead of 1
/// IncomeTax.Tax(4)                // 92/49 of 4
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TaxationAttribute(TaxObjective objective) : Attribute
{
    /// <summary>What the schedule maximises.</summary>
    public TaxObjective Objective => objective;

    /// <summary>λ of <see cref="TaxObjective.Weighted"/>: the weight of the worst-off, from 0 (the sum of utilities) to 1 (the lowest utility); 1/2 unless set (MECH0013).</summary>
    public double WorstOffWeight { get; set; } = .5;
}
