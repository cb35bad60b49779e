namespace MechanismDsl;

/// <summary>What an income tax maximises (<see cref="TaxationAttribute"/>).</summary>
public enum TaxObjective
{
    /// <summary>The utility of the worst-off; the expected tax is handed back, the same to everybody.</summary>
    Rawlsian,

    /// <summary>The sum of utilities. Without income effects that asks for no redistribution, so nobody is taxed.</summary>
    Utilitarian,

    /// <summary>A weighted mean of the utility of the worst-off and of the average; the expected tax is handed back.</summary>
    Weighted,

    /// <summary>The expected tax, which the government keeps; the lowest skill is left with utility 0.</summary>
    Revenue,
}
