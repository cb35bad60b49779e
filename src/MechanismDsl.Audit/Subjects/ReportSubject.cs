using System.Reflection;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;
using MechanismDsl.Auditing.Simulating;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>A mechanism whose agents report side by side: numbers, or records of numbers.</summary>
internal sealed class ReportSubject<TMechanism, TReport, TOutcome> : Subject
    where TMechanism : IMechanism<TReport, TOutcome>
{
    private readonly ReportShape<TReport> _shape;
    private readonly IOutcomeReader<TOutcome> _reader;
    private readonly PaidRun? _paid;
    private readonly Amount _fee;
    private readonly bool _isProcurement;

    private ReportSubject(ReportShape<TReport> shape, IOutcomeReader<TOutcome> reader, DeclaredMechanism mechanism)
    {
        (_shape, _reader, _isProcurement) = (shape, reader, mechanism.IsProcurement);
        _paid = Array.Find(
            typeof(TMechanism).GetMethods(BindingFlags.Static | BindingFlags.Public),
            method => method.Name == "Run" && method.ReturnType == typeof(TOutcome)
                && method.GetParameters() is [{ ParameterType: var reports }, { ParameterType: var payments, Name: "payments" }]
                && reports == typeof(ReadOnlySpan<TReport>) && payments == typeof(Span<TReport>))?.CreateDelegate<PaidRun>();

        // A shared sale tells the payments of the lottery; fees come on top.
        _fee = _paid is null && mechanism.Find("EntryFee") is { } fee ? fee.Get<double>("Fee") : 0;
    }

    /// <inheritdoc/>
    public override bool IsRounded => typeof(TOutcome).GetGenericArguments() is not { Length: > 0 } arguments || arguments[^1] == typeof(double);

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var reader = OutcomeReader.Find<TOutcome>(mechanism.IsProcurement)
            ?? throw new AuditException($"The outcomes of '{mechanism.Type.Name}', of type {typeof(TOutcome).Name.Split('`')[0]}, are none that audits read by themselves: hand over a Valuation, from an agent, its type and an outcome to a value.");
        var shape = new ReportShape<TReport>(mechanism);
        var agents = DeclaredAgents.Of(mechanism, setup);
        return new ReportSubject<TMechanism, TReport, TOutcome>(shape, reader, mechanism)
        {
            Name = mechanism.Type.Name,
            Parties = [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, shape.Dimensions))],
            Setting = new DeclaredSetting(mechanism, agents, shape.Bid).Read(typeof(TOutcome)),
            LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
        };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports)
    {
        var made = new TReport[reports.Count];
        for (var agent = 0; agent < made.Length; agent++)
        {
            made[agent] = _shape.Make(reports[agent]);
        }

        if (_paid is null)
        {
            var settlement = _reader.Read(TMechanism.Run(made), made.Length);
            return _fee.Near == 0 ? settlement : settlement with { Payments = [.. settlement.Payments.Select(payment => (Amount)(payment.Near + _fee.Near))] };
        }

        var payments = new TReport[made.Length];
        var sale = _paid(made, payments);
        return _reader.Read(sale, made.Length) with { Payments = [.. payments.Select(MoneyOf)] };
    }

    /// <inheritdoc/>
    public override Fraction[] Exact(int agent, double[] type)
    {
        var exact = new Fraction[type.Length];
        for (var number = 0; number < exact.Length; number++)
        {
            var step = _shape.Dimensions[number].Step;
            exact[number] = step == 0 ? Auditing.Exact.Rational.OfBits(type[number]) : ((Amount)(decimal)type[number]).Exact;
        }

        return exact;
    }

    /// <inheritdoc/>
    public override IBlockPlayer? BlockPlayer()
    {
        if (typeof(TReport) != typeof(double) || typeof(TOutcome) != typeof(Sale<double>) || _paid is not null || _fee.Near != 0)
        {
            return null;
        }

        var sign = _isProcurement ? -1.0 : 1.0;
        var cost = Auditing.Exact.Rational.Near(Setting.CostOf([new Lot(0, sign)]));
        return (IBlockPlayer)Activator.CreateInstance(typeof(SaleBlocks<>).MakeGenericType(typeof(TMechanism)), [sign, cost])!;
    }

    private static Amount MoneyOf(TReport payment) => payment switch
    {
        double number => number,
        decimal number => number,
        long number => number,
        _ => throw new AuditException($"Payments of type {typeof(TReport).Name} are not money."),
    };

    private delegate TOutcome PaidRun(ReadOnlySpan<TReport> reports, Span<TReport> payments);
}
