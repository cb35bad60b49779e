namespace MechanismDsl.Kernels;

/// <summary>The price at a critical report: the infimum of the reports that win, where the reports are doubles.</summary>
/// <remarks>
/// The infimum lies between the last double that loses and the first that wins, which are neighbours: if winning takes more than 6, the first double that
/// wins is 6.000000000000001, and the threshold is 6. Of the two, the one that is a decimal of at most six digits after the point is taken, the one
/// that wins if neither or both are. Either is exact: the price does not depend on the agent's own report, is at most every report that wins and at
/// least every one that loses, so truth stays a dominant strategy to the last bit (Myerson 1981, lemma 2).
/// </remarks>
public static class Threshold
{
    private const double Decimals = 1e6;

    /// <summary>What a served buyer pays.</summary>
    /// <param name="least">The least report that wins.</param>
    /// <param name="low">The least report of the domain; below it there is no report that loses.</param>
    /// <returns><paramref name="least"/>, or the double below it.</returns>
    public static double OfBuyer(double least, double low) => least > low && !IsShort(least) && IsShort(Math.BitDecrement(least)) ? Math.BitDecrement(least) : least;

    /// <summary>What a served supplier receives.</summary>
    /// <param name="greatest">The greatest cost that wins.</param>
    /// <param name="high">The greatest cost of the domain; above it there is none that loses.</param>
    /// <returns><paramref name="greatest"/>, or the double above it.</returns>
    public static double OfSupplier(double greatest, double high) =>
        greatest < high && !IsShort(greatest) && IsShort(Math.BitIncrement(greatest)) ? Math.BitIncrement(greatest) : greatest;

    private static bool IsShort(double price) => Math.Round(price * Decimals) / Decimals == price;
}
