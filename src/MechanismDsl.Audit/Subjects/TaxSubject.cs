using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>An income tax: one person, whose type is its skill, chooses what another skill would produce and keep.</summary>
internal sealed class TaxSubject<TMechanism> : Subject
    where TMechanism : ITaxation
{
    private const double HighestSkill = 1e7;

    /// <inheritdoc/>
    public override bool IsRounded => true;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup) => new TaxSubject<TMechanism>
    {
        Name = mechanism.Type.Name,
        Parties = [Party.Of(mechanism, setup, new DeclaredAgent("the taxpayer", AgentSide.Buyer, null), 0, [new Dimension(string.Empty, 0, HighestSkill, 0)])],
        Setting = new Setting { Worth = new Worth.OfOutput(), WhyNoEfficiency = "a continuum of outputs is feasible" },
    };

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports)
    {
        var assessment = TMechanism.Run(reports[0][0]);
        return new Settlement([new Lot(0, assessment.Output)], [assessment.Tax], assessment)
        {
            Words = string.Create(CultureInfo.InvariantCulture, $"output {assessment.Output}, tax {assessment.Tax}"),
        };
    }

    /// <inheritdoc/>
    public override Fraction[] Exact(int agent, double[] type) => [Rational.OfBits(type[0])];
}
