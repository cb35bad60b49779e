namespace MechanismDsl;

/// <summary>What a person of some skill does under an income tax (<see cref="TaxationAttribute"/>).</summary>
/// <param name="Output">What it produces.</param>
/// <param name="Consumption">What it keeps, with what is handed back.</param>
/// <param name="MarginalTax">1 − output/skill²: how much less than one a further unit of output is worth to it.</param>
public readonly record struct Assessment(double Output, double Consumption, double MarginalTax)
{
    /// <summary>Output less consumption; negative: it receives that.</summary>
    public double Tax => Output - Consumption;
}
