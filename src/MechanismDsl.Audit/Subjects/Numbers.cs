using System.Numerics;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>From the audit's doubles to the numbers that a mechanism takes. Decimals are the shortest ones; whole numbers are rounded.</summary>
internal static class Numbers<T>
{
    /// <summary>The number of a double.</summary>
    /// <exception cref="AuditException">The type is no number that reports can be made of.</exception>
    public static T Of(double number)
    {
        if (typeof(T) == typeof(double))
        {
            return (T)(object)number;
        }

        if (typeof(T) == typeof(decimal))
        {
            return (T)(object)(decimal)number;
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)checked((long)Math.Round(number));
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)checked((int)Math.Round(number));
        }

        if (typeof(T) == typeof(bool))
        {
            return (T)(object)(number != 0);
        }

        throw new AuditException($"Reports of type {typeof(T).Name} cannot be made of numbers: hand over the types themselves, with a Valuation.");
    }

    /// <summary>The step between neighbouring numbers; 0 for doubles.</summary>
    /// <param name="decimals">Digits of the grid of decimals.</param>
    public static double Step(int decimals) => typeof(T) == typeof(double) ? 0 : typeof(T) == typeof(decimal) ? Math.Pow(10, -decimals) : 1;

    /// <summary>Whether the type is a number.</summary>
    public static bool IsNumber => Array.Exists(typeof(T).GetInterfaces(), contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INumber<>));
}
