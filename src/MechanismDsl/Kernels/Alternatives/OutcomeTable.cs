using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>Values of outcomes as a table: what generated code checks and how it reads one.</summary>
public static class OutcomeTable
{
    /// <summary>Throws unless a table has one column for each outcome.</summary>
    /// <typeparam name="TMoney">The numbers of values.</typeparam>
    /// <param name="values">One row an agent.</param>
    /// <param name="outcomes">The number of outcomes.</param>
    /// <exception cref="ArgumentNullException">There is no table.</exception>
    /// <exception cref="ArgumentException">The number of columns is another one.</exception>
    public static void CheckColumns<TMoney>(TMoney[,] values, int outcomes)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.GetLength(1) != outcomes)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The table has {values.GetLength(1)} columns for {outcomes} outcomes; every agent states one value an outcome."), nameof(values));
        }
    }

    /// <summary>Throws unless a matrix has one value for each agent and outcome.</summary>
    /// <param name="values">Length of the matrix.</param>
    /// <param name="outcomes">The number of outcomes.</param>
    /// <param name="payments">Length of the memory for payments, one an agent.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void CheckShape(int values, int outcomes, int payments)
    {
        if (values != (long)outcomes * payments)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {values} values and memory for {payments} payments; with {outcomes} outcomes, {payments} agents state {(long)outcomes * payments} values."), nameof(payments));
        }
    }

    /// <summary>Throws unless the value that a method gives is a number that money can have.</summary>
    /// <typeparam name="TMoney">The numbers of values.</typeparam>
    /// <typeparam name="TType">The numbers of types.</typeparam>
    /// <param name="value">What the outcome is worth.</param>
    /// <param name="outcome">The outcome, for the message.</param>
    /// <param name="agent">The agent, for the message.</param>
    /// <param name="type">Its type, for the message.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArithmeticException">It is no number from −1e15 to 1e15.</exception>
    public static TMoney Checked<TMoney, TType>(TMoney value, string outcome, string agent, TType type)
        where TMoney : struct, INumber<TMoney>
    {
        var largest = TMoney.CreateSaturating(ReportDomain.Highest);
        return value >= -largest && value <= largest
            ? value
            : throw new ArithmeticException(string.Create(
                CultureInfo.InvariantCulture, $"The value of {outcome} to {agent} with type {type} is {value}; it must be a number in [-1e15, 1e15]."));
    }

    /// <summary>The rows of a table one after the other, in place.</summary>
    /// <typeparam name="TMoney">The numbers of values.</typeparam>
    /// <param name="values">One row an agent.</param>
    public static ReadOnlySpan<TMoney> Rows<TMoney>(TMoney[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length);
    }
}
