using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Sells a quantity of a divisible good to agents who want any amount up to a cap, each unit worth the same to them: the highest values are filled up to their caps, the
/// lower index first among equals, the last of them as far as the quantity goes.
/// </summary>
/// <remarks>
/// That allocation maximises the sum of values (it is a fractional knapsack; Dantzig 1957). A Clarke payment is the integral of the step function of what the others would pay
/// for the units that an agent gets: the unfilled values below it, highest first, and the lowest price for what nobody else wants (Vickrey 1961). O(n log n) for n
/// agents. Amounts of doubles are rounded: a remainder below 2⁻⁵⁰ of the quantity counts as nothing. Exact money has whole amounts, and nothing is rounded.
/// </remarks>
public static class DivisibleSale
{
    /// <summary>Runs the sale.</summary>
    /// <param name="demands">What every agent wants: values and caps are finite numbers in [0, 1e15].</param>
    /// <param name="quantity">How many units there are, in (0, 1e15].</param>
    /// <param name="lowest">The lowest price of a unit, at least 0; a value equal to it is served if it is positive.</param>
    /// <param name="prices">What is paid.</param>
    /// <param name="awards">Receives for every agent how many units it gets and what it pays in total. Untouched if an exception is thrown.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, a cap, the quantity or the lowest price lies outside its domain; the message names which.</exception>
    public static void Run(ReadOnlySpan<Demand<double>> demands, double quantity, double lowest, UnitPrices prices, Span<Award<double>> awards)
    {
        CheckShape(demands.Length, awards.Length);
        CheckQuantity(quantity, quantity > 0 && quantity <= ReportDomain.Highest, "a finite number above 0 and at most 1e15");
        for (var agent = 0; agent < demands.Length; agent++)
        {
            if (!ReportDomain.Contains(demands[agent].Value))
            {
                throw Outside("values a unit at", agent, demands[agent].Value, "a value must be a finite number in [0, 1e15]");
            }

            if (!ReportDomain.Contains(demands[agent].Most))
            {
                throw Outside("wants at most", agent, demands[agent].Most, "a cap must be a finite number in [0, 1e15]");
            }
        }

        Decide(demands, quantity, Limits.Reserve(lowest), prices, Math.ScaleB(quantity, -50), awards);
    }

    /// <summary>Runs the sale on a grid of money, in whole amounts, exactly.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="demands">What every agent wants: values are multiples of the unit in [0, 1e15], caps whole numbers in [0, 1e15].</param>
    /// <param name="quantity">How many units of the good there are: a whole number in [1, 1e15].</param>
    /// <param name="lowest">The lowest price of a unit of the good, at least 0; a value equal to it is served if it is positive.</param>
    /// <param name="prices">What is paid.</param>
    /// <param name="unit">The unit of the grid of money; positive.</param>
    /// <param name="awards">Receives for every agent how many units it gets and what it pays in total. Untouched if an exception is thrown.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, a cap, the quantity or the lowest price lies outside its domain; the message names which.</exception>
    /// <exception cref="OverflowException">A payment leaves the range of the money.</exception>
    public static void Run<TMoney>(ReadOnlySpan<Demand<TMoney>> demands, TMoney quantity, TMoney lowest, UnitPrices prices, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        CheckShape(demands.Length, awards.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(lowest, TMoney.Zero);
        var (highest, most) = (Grid.Highest(unit), Grid.Highest(TMoney.One));
        CheckQuantity(quantity, quantity >= TMoney.One && quantity <= most && TMoney.IsInteger(quantity), "a whole number from 1 to 1e15");
        for (var agent = 0; agent < demands.Length; agent++)
        {
            var (value, cap) = demands[agent];
            if (!(value >= TMoney.Zero && value <= highest) || value % unit != TMoney.Zero)
            {
                throw Outside("values a unit at", agent, value, string.Create(CultureInfo.InvariantCulture, $"a value must be a multiple of {unit} in [0, {highest}]"));
            }

            if (!(cap >= TMoney.Zero && cap <= most && TMoney.IsInteger(cap)))
            {
                throw Outside("wants at most", agent, cap, string.Create(CultureInfo.InvariantCulture, $"a cap must be a whole number in [0, {most}]"));
            }
        }

        Decide(demands, quantity, lowest, prices, TMoney.Zero, awards);
    }

    private static void Decide<TMoney>(ReadOnlySpan<Demand<TMoney>> demands, TMoney quantity, TMoney lowest, UnitPrices prices, TMoney tolerance, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        using var memory = new RunMemory<Want<TMoney>>(demands.Length);
        var count = 0;
        for (var agent = 0; agent < demands.Length; agent++)
        {
            var (value, most) = demands[agent];
            if (value > TMoney.Zero && value >= lowest && most > TMoney.Zero)
            {
                memory.Span[count++] = new(value, most, agent);
            }
        }

        var wants = memory.Span[..count];
        wants.Sort();
        var served = Fill(wants, quantity, tolerance);
        if (prices == UnitPrices.Clarke)
        {
            Displaced<TMoney>.Charge(wants, served, lowest);
        }
        else
        {
            for (var place = 0; place < served; place++)
            {
                wants[place].Payment = checked(wants[place].Gets * wants[prices == UnitPrices.LowestServed ? served - 1 : place].Value);
            }
        }

        awards.Clear();
        foreach (ref readonly var want in wants[..served])
        {
            awards[want.Agent] = new(double.CreateChecked(want.Gets), want.Payment);
        }
    }

    /// <summary>Fills the highest values up to their caps.</summary>
    /// <returns>How many agents get something.</returns>
    private static int Fill<TMoney>(Span<Want<TMoney>> wants, TMoney quantity, TMoney tolerance)
        where TMoney : struct, INumber<TMoney>
    {
        var served = 0;
        for (var left = quantity; served < wants.Length && left > tolerance; served++)
        {
            ref var want = ref wants[served];
            want.Gets = want.Most <= left + tolerance ? want.Most : left;
            left -= want.Gets;
        }

        return served;
    }

    private static void CheckShape(int demands, int awards)
    {
        if (demands != awards)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{demands} demands need as many awards, not {awards}."), nameof(awards));
        }
    }

    private static void CheckQuantity<TMoney>(TMoney quantity, bool isLegal, string domain)
        where TMoney : struct, INumber<TMoney>
    {
        if (!isLegal)
        {
            throw new ArgumentOutOfRangeException(nameof(quantity), quantity, string.Create(CultureInfo.InvariantCulture, $"The quantity is {quantity}; it must be {domain}."));
        }
    }

    private static ArgumentOutOfRangeException Outside(string does, int agent, object number, string domain) => new(
        "demands", number, string.Create(CultureInfo.InvariantCulture, $"Agent {agent} {does} {number}; {domain}."));
}
