using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The payment that makes truth dominant under a monotone quantity curve q, with nothing left to the worst type (Myerson 1981, lemma 2): a buyer with
/// report x pays x·q(x) − ∫ q from the low end of the domain to x; a supplier with cost c receives c·q(c) + ∫ q from c to the high end.
/// </summary>
/// <remarks>
/// Integrated by parts, every rise of q by δ at a report t costs δ·t: each unit is paid with the least report that gets it. So a staircase needs no
/// quadrature, only the places of its jumps. No allocation.
/// </remarks>
public static class MyersonPayment
{
    /// <summary>
    /// What one unsettled interval of <see cref="ForChance"/> may be wrong by, as a share of x·q(x). Their number is small, so payments are right to about 10⁻¹³
    /// of it.
    /// </summary>
    private const double Accuracy = 1e-14;

    /// <summary>A grid on which a chance rises at more reports than this is not summed.</summary>
    private const int MostReports = 1 << 22;

    /// <summary>What a buyer pays for whole units: the sum over its units of the least report that gets so many.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Whole quantities, non-decreasing; called in [low, report].</param>
    /// <param name="low">The least report of the domain; finite.</param>
    /// <param name="report">The agent's report.</param>
    /// <returns>The payment. Every jump is exact to the last bit of a double (<see cref="CriticalReport"/>): at most 64 evaluations a jump.</returns>
    public static double ForUnits<TCurve>(scoped TCurve curve, double low, double report)
        where TCurve : IQuantityCurve<double>, allows ref struct =>
        new Staircase<double, DoubleScale, TCurve>(default, curve, int.MaxValue).Pays(low + 0.0, report + 0.0);

    /// <summary>As <see cref="ForUnits{TCurve}(TCurve, double, double)"/>, on whole numbers.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Whole quantities, non-decreasing; called in [low, report].</param>
    /// <param name="low">The least report of the domain.</param>
    /// <param name="report">The agent's report.</param>
    /// <returns>The payment, exact.</returns>
    public static long ForUnits<TCurve>(scoped TCurve curve, long low, long report)
        where TCurve : IQuantityCurve<long>, allows ref struct =>
        new Staircase<long, WholeScale, TCurve>(default, curve, int.MaxValue).Pays(low, report);

    /// <summary>As <see cref="ForUnits{TCurve}(TCurve, double, double)"/>, on a grid of money; with chances instead of units, the expected payment.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Quantities or chances, non-decreasing; called with multiples of the unit in [low, report].</param>
    /// <param name="low">The least report of the domain, a multiple of the unit.</param>
    /// <param name="report">The agent's report, a multiple of the unit.</param>
    /// <param name="unit">The unit of money, positive.</param>
    /// <returns>The payment: exact for whole quantities; a chance is a double, so an expected payment has its 15 digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not positive.</exception>
    /// <exception cref="InvalidOperationException">The quantity changes at more than four million reports of the grid: the domain is too wide to be summed.</exception>
    public static decimal ForUnits<TCurve>(scoped TCurve curve, decimal low, decimal report, decimal unit)
        where TCurve : IQuantityCurve<decimal>, allows ref struct
    {
        Grid.CheckUnit(unit);
        return new Staircase<decimal, GridScale, TCurve>(new(unit), curve, MostReports).Pays(low, report);
    }

    /// <summary>What a buyer pays in expectation for a chance of being served: x·q(x) − ∫ q.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Chances, non-decreasing, with jumps and kinks wherever they are; called in [low, report].</param>
    /// <param name="low">The least report of the domain; finite.</param>
    /// <param name="report">The agent's report.</param>
    /// <returns>
    /// The expected payment, in [low·q(low), report·q(report)], right to about 10⁻¹³ of report·q(report): jumps are located among the doubles, smooth parts
    /// integrated by adaptive Gauss–Kronrod rules.
    /// </returns>
    public static double ForChance<TCurve>(scoped TCurve curve, double low, double report)
        where TCurve : IQuantityCurve<double>, allows ref struct
    {
        var (atLow, atReport) = (curve.Quantity(low), curve.Quantity(report));
        var worth = report * atReport;
        var integral = new MonotoneIntegral<TCurve>(curve, Accuracy * Math.Abs(worth));
        var payment = worth - integral.Over(low, atLow, report, atReport);
        return Between(low * atLow, payment, worth);
    }

    /// <summary>What a supplier receives for whole units: the sum over its units of the highest cost at which it supplies so many.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Whole quantities, non-increasing; called in [cost, high].</param>
    /// <param name="cost">The agent's cost.</param>
    /// <param name="high">The highest cost of the domain; finite.</param>
    /// <returns>The receipt; every jump is exact to the last bit of a double.</returns>
    public static double ToSupplierForUnits<TCurve>(scoped TCurve curve, double cost, double high)
        where TCurve : IQuantityCurve<double>, allows ref struct =>
        new Staircase<double, DoubleScale, TCurve>(default, curve, int.MaxValue).Receives(cost + 0.0, high + 0.0);

    /// <summary>As <see cref="ToSupplierForUnits{TCurve}(TCurve, double, double)"/>, on whole numbers.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Whole quantities, non-increasing; called in [cost, high].</param>
    /// <param name="cost">The agent's cost.</param>
    /// <param name="high">The highest cost of the domain.</param>
    /// <returns>The receipt, exact.</returns>
    public static long ToSupplierForUnits<TCurve>(scoped TCurve curve, long cost, long high)
        where TCurve : IQuantityCurve<long>, allows ref struct =>
        new Staircase<long, WholeScale, TCurve>(default, curve, int.MaxValue).Receives(cost, high);

    /// <summary>As <see cref="ToSupplierForUnits{TCurve}(TCurve, double, double)"/>, on a grid of money; with chances instead of units, the expected receipt.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Quantities or chances, non-increasing; called with multiples of the unit in [cost, high].</param>
    /// <param name="cost">The agent's cost, a multiple of the unit.</param>
    /// <param name="high">The highest cost of the domain, a multiple of the unit.</param>
    /// <param name="unit">The unit of money, positive.</param>
    /// <returns>The receipt: exact for whole quantities.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not positive.</exception>
    /// <exception cref="InvalidOperationException">The quantity changes at more than four million reports of the grid.</exception>
    public static decimal ToSupplierForUnits<TCurve>(scoped TCurve curve, decimal cost, decimal high, decimal unit)
        where TCurve : IQuantityCurve<decimal>, allows ref struct
    {
        Grid.CheckUnit(unit);
        return new Staircase<decimal, GridScale, TCurve>(new(unit), curve, MostReports).Receives(cost, high);
    }

    /// <summary>What a supplier receives in expectation for a chance of serving: c·q(c) + ∫ q from c to the high end.</summary>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Chances, non-increasing; called in [cost, high].</param>
    /// <param name="cost">The agent's cost.</param>
    /// <param name="high">The highest cost of the domain; finite.</param>
    /// <returns>The expected receipt, in [cost·q(cost), high·q(cost)], right to about 10⁻¹³ of itself.</returns>
    public static double ToSupplierForChance<TCurve>(scoped TCurve curve, double cost, double high)
        where TCurve : IQuantityCurve<double>, allows ref struct
    {
        var (atCost, atHigh) = (curve.Quantity(cost), curve.Quantity(high));
        var worth = cost * atCost;
        var integral = new MonotoneIntegral<TCurve>(curve, Accuracy * Math.Max(worth, Share(curve, cost, high)));
        var receipt = worth + integral.Over(cost, atCost, high, atHigh);
        return Between(worth, receipt, high * atCost);
    }

    /// <summary>What a finite list of types makes of the formula: each rise of the quantity is paid with the first type that has it.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Quantities or chances, non-decreasing in the types; called with the types only.</param>
    /// <param name="types">All types, ascending.</param>
    /// <param name="report">The agent's report, one of the types.</param>
    /// <returns>The payment: exact for whole quantities in exact numbers.</returns>
    public static TReport ForTypes<TReport, TCurve>(scoped TCurve curve, ReadOnlySpan<TReport> types, TReport report)
        where TReport : struct, INumber<TReport>
        where TCurve : IQuantityCurve<TReport>, allows ref struct
    {
        var (payment, before) = (TReport.Zero, 0.0);
        for (var index = 0; index < types.Length && types[index] <= report; index++)
        {
            var quantity = curve.Quantity(types[index]);
            payment += TReport.CreateChecked(quantity - before) * types[index];
            before = quantity;
        }

        return payment;
    }

    /// <summary>As <see cref="ForTypes"/> for a supplier: each unit is paid with the highest type that still supplies it.</summary>
    /// <typeparam name="TReport">The numbers of reports.</typeparam>
    /// <typeparam name="TCurve">The rule as the agent sees it.</typeparam>
    /// <param name="curve">Quantities or chances, non-increasing in the types; called with the types only.</param>
    /// <param name="types">All types, ascending.</param>
    /// <param name="cost">The agent's cost, one of the types.</param>
    /// <returns>The receipt.</returns>
    public static TReport ToSupplierForTypes<TReport, TCurve>(scoped TCurve curve, ReadOnlySpan<TReport> types, TReport cost)
        where TReport : struct, INumber<TReport>
        where TCurve : IQuantityCurve<TReport>, allows ref struct
    {
        var (receipt, beyond) = (TReport.Zero, 0.0);
        for (var index = types.Length - 1; index >= 0 && types[index] >= cost; index--)
        {
            var quantity = curve.Quantity(types[index]);
            receipt += TReport.CreateChecked(quantity - beyond) * types[index];
            beyond = quantity;
        }

        return receipt;
    }

    /// <summary>A lower bound of ∫ q that is never far below it: the largest rectangle under the curve with its far corner at one of 64 widths.</summary>
    private static double Share<TCurve>(scoped TCurve curve, double cost, double high)
        where TCurve : IQuantityCurve<double>, allows ref struct
    {
        var share = 0.0;
        for (var width = high - cost; width > 0 && cost + width > cost; width *= 0.5)
        {
            share = Math.Max(share, width * curve.Quantity(cost + width));
        }

        return share;
    }

    private static double Between(double low, double payment, double high) => low < high ? Math.Clamp(payment, low, high) : payment;
}
