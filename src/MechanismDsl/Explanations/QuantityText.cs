using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Says of agents who report one number each how much they get, at which reports it would be more, and what each rise costs. Every quantity is one of a run.</summary>
/// <param name="reports">The reports.</param>
/// <param name="who">Who they are.</param>
/// <param name="areUnits">Whether a quantity is a number of units; otherwise it is a chance.</param>
/// <param name="run">The mechanism.</param>
internal sealed class QuantityText<TMoney>(TMoney[] reports, Participants<TMoney> who, bool areUnits, Func<TMoney[], Award<TMoney>[]> run)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>A rule with more rises than that is told as one that rises smoothly.</summary>
    private const int MostRises = 8;

    private readonly Award<TMoney>[] _outcome = run(reports);

    public string Write(int? agent) => string.Join('\n', Participants<TMoney>.Asked(agent, reports.Length).Select(Explain));

    private string Explain(int agent)
    {
        var (quantity, payment) = _outcome[agent];
        var fee = who.Fee == TMoney.Zero ? string.Empty : who.Payable(isIncluded: false, quantity > 0);
        var pays = $"{(who.IsSupplier(agent) != payment < TMoney.Zero ? "receives" : "pays")} {ExplainedNumber.Of(ExplainedNumber.Short(TMoney.Abs(payment)))}{(areUnits || quantity is 0 or 1 ? string.Empty : " in expectation")}";
        var head = $"{who.Subject(agent)} reports {ExplainedNumber.Of(reports[agent])}"
            + (quantity > 0 ? $", {Gets(quantity)} and {pays}." : payment == TMoney.Zero ? $" and {Gets(0)}." : $", {Gets(0)} and {pays} all the same.") + fee;
        return who.IsMonotone
            ? $"{head} {Rises(agent, quantity, payment)}{Others(agent)}"
            : $"{head}{Others(agent)} What it {(who.IsSupplier(agent) ? "receives" : "pays")} is what the declaration's own payment says.";
    }

    private string Gets(double quantity) => areUnits
        ? quantity == 0 ? "gets nothing" : $"gets {Quantity(quantity)} {(quantity == 1 ? "unit" : "units")}"
        : quantity switch { 0 => "is not served", 1 => "is served", < 1 => $"is served with probability {Quantity(quantity)}", _ => $"gets {Quantity(quantity)}" };

    private static string Quantity(double quantity) => ExplainedNumber.Of(quantity);

    /// <summary>The reports at which the quantity rises, and the payment as the sum of rises at their reports.</summary>
    private string Rises(int agent, double quantity, TMoney payment)
    {
        var line = new ReportLine<TMoney>(who, agent);
        var (rank, best) = (line.Worst, line.Best);
        var most = With(agent, line.At(best))[agent].Quantity;
        List<(string Words, TMoney Number, double Rise, double Reached)> rises = [];
        for (var reached = With(agent, line.At(rank))[agent].Quantity; reached < most;)
        {
            if (rises.Count == MostRises)
            {
                return Smooth(agent, quantity, payment);
            }

            var before = reached;
            rank = line.Turn(report => With(agent, report)[agent].Quantity > before, rank, best);
            reached = With(agent, line.At(rank))[agent].Quantity;
            var (words, number) = line.Bound(rank);
            rises.Add((words, number, reached - before, reached));
        }

        var start = With(agent, line.At(line.Worst))[agent].Quantity;
        if (rises.Count == 0)
        {
            return most == 0 ? "No report would get it more." : "It would have that with every report.";
        }

        var steps = ExplainedNumber.List([.. rises.Select(rise => $"{(areUnits ? Quantity(rise.Reached) : rise.Reached switch { 1 => "certain service", < 1 => $"probability {Quantity(rise.Reached)}", _ => Quantity(rise.Reached) })} with a report {rise.Words}")]);
        var from = start > 0 ? $"With every report it would have {Quantity(start)}; it" : "It";
        return $"{from} would have {steps}.{Price(agent, quantity, payment, rises, start, line)}";
    }

    /// <summary>The payment as the sum over the rises up to the own report, where it is that.</summary>
    private string Price(int agent, double quantity, TMoney payment, List<(string Words, TMoney Number, double Rise, double Reached)> rises, double start, ReportLine<TMoney> line)
    {
        var own = rises.Where(rise => rise.Reached <= quantity).Select(rise => (rise.Number, rise.Rise)).ToList();
        if (start > 0)
        {
            own.Insert(0, (line.At(line.Worst), start));
        }

        if (own.Count == 0)
        {
            return string.Empty;
        }

        var sum = own.Sum(rise => double.CreateChecked(rise.Number) * rise.Rise);
        var verb = who.IsSupplier(agent) ? "receives" : "pays";
        return Math.Abs(sum - double.CreateChecked(payment)) <= 1e-9 * Math.Max(1, Math.Abs(sum))
            ? own.Count == 1 && own[0].Rise == 1
                ? string.Empty
                : $" What it {verb} is that number for each rise: {string.Join(" + ", own.Select(rise => $"{ExplainedNumber.Of(rise.Number)} · {ExplainedNumber.Rounded(rise.Rise)}"))}."
            : $" What it {verb} is not made of these numbers: the rule says {ExplainedNumber.Of(payment)}.";
    }

    /// <summary>A quantity that rises all along: the payment is report times quantity, less what lower reports (a supplier: higher ones) would have got.</summary>
    private string Smooth(int agent, double quantity, TMoney payment)
    {
        var product = double.CreateChecked(reports[agent]) * quantity;
        var isSupplier = who.IsSupplier(agent);
        var rest = isSupplier ? double.CreateChecked(payment) - product : product - double.CreateChecked(payment);
        return $"What it would get rises at more than {MostRises} reports. What it {(isSupplier ? "receives" : "pays")} is its report times what it gets, {ExplainedNumber.Rounded(product)}, "
            + $"{(isSupplier ? "and" : "less")} {ExplainedNumber.Rounded(rest)}, to which what all {(isSupplier ? "higher" : "lower")} reports would get adds up.";
    }

    /// <summary>Who has more where the agent makes its worst report.</summary>
    private string Others(int agent)
    {
        var line = new ReportLine<TMoney>(who, agent);
        var worst = With(agent, line.At(line.Worst));
        var heirs = Enumerable.Range(0, reports.Length)
            .Where(other => other != agent && worst[other].Quantity > _outcome[other].Quantity)
            .Select(other => $"{who.Object(other)}, who reports {ExplainedNumber.Of(reports[other])}, would have {Quantity(worst[other].Quantity)} instead of {Quantity(_outcome[other].Quantity)}")
            .ToList();
        return heirs.Count == 0 ? string.Empty : $" With the report {ExplainedNumber.Of(line.At(line.Worst))} in its place {ExplainedNumber.List(heirs)}.";
    }

    private Award<TMoney>[] With(int agent, TMoney report)
    {
        var changed = (TMoney[])reports.Clone();
        changed[agent] = report;
        return run(changed);
    }
}
