using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace MechanismDsl.Tool.Running;

/// <summary>What a run takes besides reports: how much of a capacity each agent needs, a reserve that is known only when the mechanism runs.</summary>
internal static class ParameterRunner
{
    /// <summary>What runs a mechanism with such parameters; null if it has no run of this form.</summary>
    public static Runner? Of(Type mechanism) => mechanism.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name == "Run" && method.ReturnType != typeof(void))
        .Select(method => (Method: method, Types: method.GetParameters().Select(parameter => parameter.ParameterType).ToArray()))
        .Where(run => run.Types.Length > 1 && ReportsOf(run.Types[0]) is { } report && run.Types[^1] is var last && (last == report || last == typeof(ReadOnlySpan<int>)))
        .Select(run => (Runner?)Activator.CreateInstance(typeof(ParameterRunner<,>).MakeGenericType(ReportsOf(run.Types[0])!, run.Method.ReturnType), mechanism, run.Method))
        .FirstOrDefault();

    private static Type? ReportsOf(Type first) => first.IsGenericType && first.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) && Runner.IsNumber(first.GetGenericArguments()[0])
        ? first.GetGenericArguments()[0]
        : null;
}

/// <summary>
/// Runs a mechanism that takes more than reports. With a reserve: a column an agent and one called as the parameter, a row a profile. With sizes: a row an agent, with
/// columns <c>report</c> and <c>size</c> (and the reserve); a column <c>profile</c> if there are several.
/// </summary>
internal sealed class ParameterRunner<TReport, TOutcome>(Type mechanism, MethodInfo run) : Runner(mechanism)
    where TReport : struct, INumber<TReport>
{
    private delegate TOutcome WithReserve(ReadOnlySpan<TReport> reports, TReport reserve);

    private delegate TOutcome WithSizes(ReadOnlySpan<TReport> reports, ReadOnlySpan<int> sizes);

    private delegate TOutcome WithBoth(ReadOnlySpan<TReport> reports, ReadOnlySpan<int> sizes, TReport reserve);

    private bool HasSizes { get; } = run.GetParameters().Any(parameter => parameter.ParameterType == typeof(ReadOnlySpan<int>) && parameter.Position == 1);

    private string? Reserve { get; } = run.GetParameters()[^1] is { ParameterType: var type, Name: var name } && type == typeof(TReport) ? name : null;

    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file) => HasSizes ? Sized(file) : Reserved(file);

    private List<Profile> Reserved(BidFile file)
    {
        var column = file.Column(Reserve!);
        var call = run.CreateDelegate<WithReserve>();
        return [.. file.Rows.Select(row =>
        {
            var reserve = file.Parse<TReport>(row, column);
            var (names, reports) = file.Numbers<TReport>(row, Agents, column);
            return new Profile(
                row.Line.ToString(CultureInfo.InvariantCulture),
                row.Line,
                names,
                () => OutcomeRows.Of(call(reports, reserve), names),
                Explainers.Of(Mechanism, reports, reserve));
        })];
    }

    private List<Profile> Sized(BidFile file)
    {
        var (report, size) = (file.Column("report"), file.Column("size"));
        var limit = Reserve is null ? -1 : file.Column(Reserve);
        return [.. file.Groups(Agents).Select(group =>
        {
            TReport[] reports = [.. group.Rows.Select(row => file.Parse<TReport>(row, report))];
            int[] sizes = [.. group.Rows.Select(row => file.Parse<int>(row, size))];
            var reserve = limit < 0 ? default : file.Parse<TReport>(group.Rows[0], limit);
            return new Profile(
                group.Name,
                group.Rows[0].Line,
                group.Agents,
                () => OutcomeRows.Of(limit < 0 ? run.CreateDelegate<WithSizes>()(reports, sizes) : run.CreateDelegate<WithBoth>()(reports, sizes, reserve), group.Agents),
                limit < 0 ? Explainers.OfTwo(Mechanism, reports, sizes) : Explainers.OfTwo(Mechanism, reports, sizes, reserve));
        })];
    }
}
