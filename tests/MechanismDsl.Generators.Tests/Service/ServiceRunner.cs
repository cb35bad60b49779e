using System.Reflection;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Calls generated code that serves several agents, of any money type, with reports given as doubles.</summary>
internal static class ServiceRunner
{
    private delegate TOutcome Plain<TReport, TOutcome>(ReadOnlySpan<TReport> reports);

    private delegate TOutcome WithReserve<TReport, TOutcome>(ReadOnlySpan<TReport> reports, TReport reserve);

    /// <summary>What every agent gets (with slots: its clicks) and pays.</summary>
    public static (double Quantity, double Payment)[] Run(Type type, MoneyKind money, FeasibleSet feasible, double[] reports, double? reserve = null) => money switch
    {
        MoneyKind.Decimal => Run(type, feasible, reports, reserve, value => (decimal)value, value => (double)value),
        MoneyKind.Int64 => Run(type, feasible, reports, reserve, value => (long)value, value => (double)value),
        _ => Run(type, feasible, reports, reserve, value => value, value => value),
    };

    private static (double Quantity, double Payment)[] Run<T>(Type type, FeasibleSet feasible, double[] reports, double? reserve, Func<double, T> to, Func<T, double> from)
        where T : struct
    {
        var own = Array.ConvertAll(reports, report => to(report));
        if (feasible is Slots(var clicks))
        {
            return [.. Call<T, Placements<T>>(type, own, reserve, to).Agents.ToArray().Select(one => (one.IsPlaced ? clicks[one.Slot] : 0, from(one.Payment)))];
        }

        return [.. Call<T, Awards<T>>(type, own, reserve, to).Agents.ToArray().Select(award => (award.Quantity, from(award.Payment)))];
    }

    private static TOutcome Call<T, TOutcome>(Type type, T[] reports, double? reserve, Func<double, T> to)
        where T : struct
    {
        Type[] span = [typeof(ReadOnlySpan<T>)];
        var method = type.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, reserve is null ? span : [.. span, typeof(T)])
            ?? throw new MissingMethodException(type.Name, "Run");
        return reserve is { } amount
            ? method.CreateDelegate<WithReserve<T, TOutcome>>()(reports, to(amount))
            : method.CreateDelegate<Plain<T, TOutcome>>()(reports);
    }
}
