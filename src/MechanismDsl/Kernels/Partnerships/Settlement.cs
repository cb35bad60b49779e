using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Settles the dissolution of a partnership: the highest value gets everything, and what each partner is charged goes to the others in equal parts
/// (d'Aspremont and Gérard-Varet 1979), so that payments sum to zero to the last bit.
/// </summary>
public static class Settlement
{
    /// <summary>Throws unless there is one legal report a partner, and one place for its payment.</summary>
    /// <param name="reports">What the whole firm is worth to every partner.</param>
    /// <param name="payments">Number of payments.</param>
    /// <param name="partners">Number of partners.</param>
    /// <exception cref="ArgumentException">The lengths differ from it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report is not a finite number of [0, 1e15]; the message names partner, value and domain.</exception>
    public static void Check(ReadOnlySpan<double> reports, int payments, int partners)
    {
        CheckCount(reports.Length, payments, partners);
        for (var partner = 0; partner < partners; partner++)
        {
            ReportDomain.Check(reports[partner], partner);
        }
    }

    /// <summary>As the other one, on a grid of money.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="reports">What the whole firm is worth to every partner.</param>
    /// <param name="payments">Number of payments.</param>
    /// <param name="partners">Number of partners.</param>
    /// <param name="unit">The step of the grid; positive.</param>
    /// <exception cref="ArgumentException">The lengths differ from it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A report is not a multiple of the unit in [0, 1e15]; the message names partner, value and domain.</exception>
    public static void Check<TMoney>(ReadOnlySpan<TMoney> reports, int payments, int partners, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        CheckCount(reports.Length, payments, partners);
        var highest = Grid.Highest(unit);
        for (var partner = 0; partner < partners; partner++)
        {
            Grid.CheckReport(reports[partner], partner, unit, highest);
        }
    }

    private static void CheckCount(int reports, int payments, int partners)
    {
        if (reports != partners || payments != partners)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {reports} reports and {payments} payments; the partnership has {partners} partners."), nameof(reports));
        }
    }

    /// <summary>The partner with the highest value; the lowest index among equals.</summary>
    /// <typeparam name="TMoney">The numbers of reports.</typeparam>
    /// <param name="values">What the whole firm is worth to every partner; at least one, none of them NaN.</param>
    public static int Owner<TMoney>(ReadOnlySpan<TMoney> values)
        where TMoney : struct, INumber<TMoney>
    {
        var owner = 0;
        for (var partner = 1; partner < values.Length; partner++)
        {
            if (values[partner] > values[owner])
            {
                owner = partner;
            }
        }

        return owner;
    }

    /// <summary>Turns what partners are charged into what they pay.</summary>
    /// <param name="charges">What every partner is charged for its report; receives the payments. At least two.</param>
    /// <param name="sides">What every partner pays besides; they sum to zero but for round-off.</param>
    public static void Balance(Span<double> charges, ReadOnlySpan<double> sides)
    {
        var sum = 0.0;
        foreach (var charge in charges)
        {
            sum += charge;
        }

        var paid = 0.0;
        var last = charges.Length - 1;
        for (var partner = 0; partner < last; partner++)
        {
            charges[partner] = charges[partner] - ((sum - charges[partner]) / last) + sides[partner];
            paid += charges[partner];
        }

        // The last one pays what is missing. A difference from zero makes no negative zero.
        charges[last] = 0 - paid;
    }

    /// <summary>As the other one, on a grid of money: each charge is rounded to a multiple of so many steps that the others share it evenly.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="charges">What every partner is charged for its report. At least two.</param>
    /// <param name="sides">What every partner pays besides, in whole steps.</param>
    /// <param name="unit">The step of the grid; positive.</param>
    /// <param name="payments">Receives the payments, as many as charges.</param>
    public static void Balance<TMoney>(ReadOnlySpan<double> charges, ReadOnlySpan<TMoney> sides, TMoney unit, Span<TMoney> payments)
        where TMoney : struct, INumber<TMoney>
    {
        var others = charges.Length - 1;
        // Steps of 10⁻¹² in charges of 10¹⁵ are more than 64 bits count.
        var parts = charges.Length <= 64 ? stackalloc Int128[charges.Length] : new Int128[charges.Length];
        var step = double.CreateChecked(unit) * others;
        var sum = Int128.Zero;
        for (var partner = 0; partner < charges.Length; partner++)
        {
            parts[partner] = (Int128)Math.Round(charges[partner] / step);
            sum += parts[partner];
        }

        // A charge of (n − 1)·part steps brings every other partner one part.
        var paid = TMoney.Zero;
        for (var partner = 0; partner < others; partner++)
        {
            payments[partner] = (TMoney.CreateChecked((parts[partner] * others) - (sum - parts[partner])) * unit) + sides[partner];
            paid += payments[partner];
        }

        payments[others] = TMoney.Zero - paid;
    }
}
