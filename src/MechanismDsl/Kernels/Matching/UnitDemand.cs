using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// <see cref="Assignment"/> for reports of a mechanism: values are checked against the domain, items may have several copies, and money may be exact.
/// </summary>
/// <remarks>
/// Copies of an item are items of their own with the same values; in the lowest competitive prices they have one price, because every agent that wants a
/// copy wants the cheapest. On a grid the search runs over whole numbers of units, which doubles hold exactly as long as they and their sums along a path
/// stay below 2⁵³.
/// </remarks>
public static class UnitDemand
{
    /// <summary>Runs the mechanism.</summary>
    /// <param name="values">The value of item j to agent i at i · items + j: finite numbers in [0, 1e15].</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="capacities">How many there are of each item, at least 1; empty: one of each.</param>
    /// <param name="allotments">Receives for every agent its item and its payment.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no item, a capacity is below 1, or a value lies outside the domain; the message names agent and item.</exception>
    public static void Run(ReadOnlySpan<double> values, int items, ReadOnlySpan<int> capacities, Span<Allotment<double>> allotments)
    {
        CheckShape(values.Length, items, capacities, allotments.Length);
        for (var index = 0; index < values.Length; index++)
        {
            if (!ReportDomain.Contains(values[index]))
            {
                throw Outside(index, items, values[index], "a finite number in [0, 1e15]");
            }
        }

        using var assigned = new RunMemory<int>(allotments.Length);
        using var payments = new RunMemory<double>(allotments.Length);
        Solve(values, items, capacities, assigned.Span, payments.Span);
        for (var agent = 0; agent < allotments.Length; agent++)
        {
            allotments[agent] = new(assigned.Span[agent], payments.Span[agent] + 0.0);
        }
    }

    /// <summary>Runs the mechanism on a grid of money, exactly.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="values">The value of item j to agent i at i · items + j: multiples of the unit in [0, 1e15].</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="capacities">How many there are of each item, at least 1; empty: one of each.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="allotments">Receives for every agent its item and its payment.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no item, a capacity is below 1, or a value lies outside the domain; the message names agent and item.</exception>
    /// <exception cref="OverflowException">A value is so large that sums of values are not exact; the message names agent, item and the largest value that is.</exception>
    public static void Run<TMoney>(ReadOnlySpan<TMoney> values, int items, ReadOnlySpan<int> capacities, TMoney unit, Span<Allotment<TMoney>> allotments)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        CheckShape(values.Length, items, capacities, allotments.Length);
        var highest = Grid.Highest(unit);
        var most = TMoney.CreateChecked((1L << 53) / (allotments.Length + 2L)) * unit;
        using var units = new RunMemory<double>(values.Length);
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            if (!(value >= TMoney.Zero && value <= highest) || value % unit != TMoney.Zero)
            {
                throw Outside(index, items, value, string.Create(CultureInfo.InvariantCulture, $"a multiple of {unit} in [0, {highest}]"));
            }

            if (value > most)
            {
                throw new OverflowException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The value of item {index % items} to agent {index / items} is {value}; among {allotments.Length} agents sums are exact for values up to {most}."));
            }

            units.Span[index] = double.CreateChecked(value / unit);
        }

        using var assigned = new RunMemory<int>(allotments.Length);
        using var payments = new RunMemory<double>(allotments.Length);
        Solve(units.Span, items, capacities, assigned.Span, payments.Span);
        for (var agent = 0; agent < allotments.Length; agent++)
        {
            allotments[agent] = new(assigned.Span[agent], TMoney.CreateChecked(payments.Span[agent]) * unit);
        }
    }

    private static void Solve(ReadOnlySpan<double> values, int items, ReadOnlySpan<int> capacities, Span<int> assigned, Span<double> payments)
    {
        if (capacities.IsEmpty)
        {
            Assignment.Run(values, items, assigned, payments);
            return;
        }

        // More copies than agents are never needed.
        var copies = 0;
        foreach (var capacity in capacities)
        {
            copies += Math.Min(capacity, assigned.Length);
        }

        using var expanded = new RunMemory<double>(checked(copies * assigned.Length));
        using var itemOf = new RunMemory<int>(copies);
        var place = 0;
        for (var item = 0; item < items; item++)
        {
            for (var copy = Math.Min(capacities[item], assigned.Length); copy > 0; copy--)
            {
                itemOf.Span[place++] = item;
            }
        }

        for (var agent = 0; agent < assigned.Length; agent++)
        {
            for (var copy = 0; copy < copies; copy++)
            {
                expanded.Span[(agent * copies) + copy] = values[(agent * items) + itemOf.Span[copy]];
            }
        }

        Assignment.Run(expanded.Span, copies, assigned, payments);
        for (var agent = 0; agent < assigned.Length; agent++)
        {
            assigned[agent] = assigned[agent] < 0 ? -1 : itemOf.Span[assigned[agent]];
        }
    }

    private static void CheckShape(int values, int items, ReadOnlySpan<int> capacities, int agents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        if (values != (long)agents * items)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{agents} agents and {items} items need {(long)agents * items} values, not {values}."), nameof(values));
        }

        if (!capacities.IsEmpty && capacities.Length != items)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{items} items need as many capacities, not {capacities.Length}."), nameof(capacities));
        }

        foreach (var capacity in capacities)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        }
    }

    private static ArgumentOutOfRangeException Outside(int index, int items, object value, string domain) => new(
        "values",
        value,
        string.Create(CultureInfo.InvariantCulture, $"The value of item {index % items} to agent {index / items} is {value}; a value must be {domain}."));
}
