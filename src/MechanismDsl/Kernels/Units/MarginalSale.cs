using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Sells identical items to agents who want several, at decreasing marginal values: the highest marginal values are served, the lower index first among
/// equals.
/// </summary>
/// <remarks>
/// Because no agent's values increase, the highest of all values are always the first ones of some agents, and the allocation maximises the sum of values
/// (Vickrey 1961). A value of 0 stands for an item that is not wanted. O(N log N) for N values.
/// </remarks>
public static class MarginalSale
{
    /// <summary>Runs the sale.</summary>
    /// <param name="values">Agent by agent what each further item adds: finite numbers in [0, 1e15], none above the one before.</param>
    /// <param name="perAgent">How many values an agent reports, at least 1.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="lowest">The lowest price of an item, at least 0; a value equal to it is served if it is positive.</param>
    /// <param name="prices">What is paid.</param>
    /// <param name="awards">Receives for every agent how many items it gets and what it pays in total.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or an agent's values increase; the message names the agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain, the message names agent and item; or a count or the lowest price does.</exception>
    public static void Run(ReadOnlySpan<double> values, int perAgent, int items, double lowest, UnitPrices prices, Span<Award<double>> awards)
    {
        CheckShape(values.Length, perAgent, items, awards.Length);
        for (var index = 0; index < values.Length; index++)
        {
            if (!ReportDomain.Contains(values[index]))
            {
                throw Outside(index, perAgent, values[index], "a finite number in [0, 1e15]");
            }
        }

        Decide(values, perAgent, items, Limits.Reserve(lowest), prices, awards);
    }

    /// <summary>Runs the sale on a grid of money, exactly.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="values">Agent by agent what each further item adds: multiples of the unit in [0, 1e15], none above the one before.</param>
    /// <param name="perAgent">How many values an agent reports, at least 1.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="lowest">The lowest price of an item, at least 0; a value equal to it is served if it is positive.</param>
    /// <param name="prices">What is paid.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="awards">Receives for every agent how many items it gets and what it pays in total.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or an agent's values increase; the message names the agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside the domain, the message names agent and item; or a count or the lowest price does.</exception>
    /// <exception cref="OverflowException">A payment leaves the range of the money.</exception>
    public static void Run<TMoney>(ReadOnlySpan<TMoney> values, int perAgent, int items, TMoney lowest, UnitPrices prices, TMoney unit, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        CheckShape(values.Length, perAgent, items, awards.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(lowest, TMoney.Zero);
        var highest = Grid.Highest(unit);
        for (var index = 0; index < values.Length; index++)
        {
            if (!(values[index] >= TMoney.Zero && values[index] <= highest) || values[index] % unit != TMoney.Zero)
            {
                throw Outside(index, perAgent, values[index], string.Create(CultureInfo.InvariantCulture, $"a multiple of {unit} in [0, {highest}]"));
            }
        }

        Decide(values, perAgent, items, lowest, prices, awards);
    }

    private static void Decide<TMoney>(ReadOnlySpan<TMoney> values, int perAgent, int items, TMoney lowest, UnitPrices prices, Span<Award<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        using var memory = new RunMemory<Wanted<TMoney>>(values.Length);
        var count = 0;
        for (var index = 0; index < values.Length; index++)
        {
            if (index % perAgent > 0 && values[index] > values[index - 1])
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Agent {index / perAgent} values item {index % perAgent} at {values[index]} after {values[index - 1]} for the one before; marginal values must not increase."), nameof(values));
            }

            if (values[index] > TMoney.Zero && values[index] >= lowest)
            {
                memory.Span[count++] = new(values[index], index);
            }
        }

        var wanted = memory.Span[..count];
        wanted.Sort();
        var served = wanted[..Math.Min(items, count)];
        var left = wanted[served.Length..];
        awards.Clear();
        foreach (var (value, index) in served)
        {
            var agent = index / perAgent;
            var price = prices switch
            {
                UnitPrices.LowestServed => served[^1].Value,
                UnitPrices.OwnValues => value,
                _ => TMoney.Zero,
            };
            awards[agent] = new(awards[agent].Quantity + 1, checked(awards[agent].Payment + price));
        }

        for (var agent = 0; agent < awards.Length && prices == UnitPrices.Clarke; agent++)
        {
            if (awards[agent].Quantity > 0)
            {
                awards[agent] = awards[agent] with { Payment = Displaced(left, agent, perAgent, (int)awards[agent].Quantity, lowest) };
            }
        }
    }

    /// <summary>What the others and the seller would have of an agent's items.</summary>
    private static TMoney Displaced<TMoney>(ReadOnlySpan<Wanted<TMoney>> left, int agent, int perAgent, int quantity, TMoney lowest)
        where TMoney : struct, INumber<TMoney>
    {
        var payment = TMoney.Zero;
        foreach (var (value, index) in left)
        {
            if (quantity > 0 && index / perAgent != agent)
            {
                payment = checked(payment + value);
                quantity--;
            }
        }

        for (; quantity > 0; quantity--)
        {
            payment = checked(payment + lowest);
        }

        return payment;
    }

    private static void CheckShape(int values, int perAgent, int items, int agents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perAgent, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        if (values != (long)agents * perAgent)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{agents} agents with {perAgent} values each need {(long)agents * perAgent} values, not {values}."), nameof(values));
        }
    }

    private static ArgumentOutOfRangeException Outside(int index, int perAgent, object value, string domain) => new(
        "values",
        value,
        string.Create(CultureInfo.InvariantCulture, $"Agent {index / perAgent} values item {index % perAgent} at {value}; a value must be {domain}."));

    /// <summary>One marginal value; the highest comes first, the lower place among equals.</summary>
    private readonly record struct Wanted<TMoney>(TMoney Value, int Index) : IComparable<Wanted<TMoney>>
        where TMoney : struct, INumber<TMoney>
    {
        public int CompareTo(Wanted<TMoney> other) => Value != other.Value ? other.Value.CompareTo(Value) : Index.CompareTo(other.Index);
    }
}
