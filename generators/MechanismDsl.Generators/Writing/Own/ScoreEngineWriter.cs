using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;

namespace MechanismDsl.Generators.Writing.Own;

/// <summary>Writes what a score needs: the user's method with its result checked, and the threshold of an agent that is served.</summary>
internal sealed class ScoreEngineWriter(OwnPlan plan, OwnText text, SourceWriter writer)
{
    /// <summary>Writes it.</summary>
    public void Write(DecisionPlan.Score score)
    {
        WriteScore(score);
        if (plan.Payment is null)
        {
            WritePrice(score);
            WriteFocal(score);
        }
        else if (plan.HasWinner)
        {
            WriteWinner(score);
        }
    }

    private void WriteWinner(DecisionPlan.Score score)
    {
        writer.Line();
        writer.Doc("summary", "The agent with the best score; -1 if none is at least zero.");
        writer.Block($"public static int Winner({AllocationEngineWriter.Given(plan, text)} {text.Reports})", () =>
        {
            writer.Line($"var contest = new {OwnText.Kernels}ScoreContest<{score.Type}>();");
            writer.Block($"for (var agent = 0; agent < {text.Reports}.Length; agent++)", () =>
                writer.Line($"contest.Enter(agent, {(plan.Ranks.Count == 0 ? "agent" : "Rank(agent)")}, ScoreOf({text.Reports}[agent], agent));"));
            writer.Line();
            writer.Line("return contest.Winner;");
        });
    }

    /// <summary>Whether scores say by how much an agent wins, in doubles, so that its threshold can be approached by their slope.</summary>
    private bool HasSlope(DecisionPlan.Score score) => score.Type == "double" && !plan.Money.IsGrid && !plan.Report.HasTypes;

    /// <summary>A report that is only a number has no public numbers to hold on to.</summary>
    private string Held => plan.Report.Shape == ReportShape.Number ? string.Empty : text.One + ", ";

    private string HeldParameter => plan.Report.Shape == ReportShape.Number ? string.Empty : $"{text.Report} {text.One}, ";

    private void WriteScore(DecisionPlan.Score score)
    {
        var report = text.One;
        writer.Line();
        writer.Doc("summary", "The score of a report.");
        if (score.Type != "double")
        {
            writer.Line($"public static {score.Type} ScoreOf({text.Report} {report}, int agent) => {text.Score(score, report)};");
            return;
        }

        writer.Block($"public static double ScoreOf({text.Report} {report}, int agent)", () =>
        {
            writer.Line($"var score = {text.Score(score, report)};");
            writer.Block("if (double.IsNaN(score))", () =>
                writer.Line($"{OwnText.Kernels}RuleDomain.ThrowNoScore({(plan.IsNamed ? "Name(agent)" : $"{OwnText.Kernels}RuleDomain.Name(agent)")}, {report});"));
            writer.Line();
            writer.Line("return score;");
        });
    }

    private void WritePrice(DecisionPlan.Score score)
    {
        var (market, report) = (plan.Market, text.One);
        writer.Line();
        writer.Doc("summary", $"The {market.Worst} {plan.Report.Own.Parameter} whose score still wins against the target (Myerson 1981).");
        if (!HasSlope(score))
        {
            writer.Block($"public static {text.Search} Price({text.Report} {report}, int agent, {score.Type} target, bool mustExceed)", () =>
                new ThresholdText(plan, text).WriteReturn(writer, $"new Focal({Held}agent, target, mustExceed)", text.Amount(report)));
            return;
        }

        var amount = text.Amount(report);
        writer.Line($"public static double Price({text.Report} {report}, int agent, double target, bool mustExceed) =>");
        writer.Indented(() => writer.Line(ThresholdText.Of(market, text, market.IsProcurement
            ? $"{OwnText.Kernels}CriticalScore.Greatest(new Focal({Held}agent), {amount}, {text.WorstAmount}, ScoreOf({report}, agent), target, mustExceed)"
            : $"{OwnText.Kernels}CriticalScore.Least(new Focal({Held}agent), {text.WorstAmount}, {amount}, ScoreOf({report}, agent), target, mustExceed)") + ";"));
    }

    private void WriteFocal(DecisionPlan.Score score)
    {
        var (report, search) = (text.One, text.Search);
        var amount = plan.Report.Own.Parameter == report && plan.Report.Shape != ReportShape.Number ? "amount" : Identifier.Escape(plan.Report.Own.Parameter);
        writer.Line();
        if (HasSlope(score))
        {
            writer.Doc("summary", "One agent's score as its report changes and its public numbers do not.");
            writer.Block($"private readonly struct Focal({HeldParameter}int agent) : {OwnText.Kernels}IScoreCurve", () =>
                writer.Line($"public double Score(double {amount}) => ScoreOf({text.With(report, amount)}, agent);"));
            return;
        }

        // Types are listed in their own type, everything else is searched in the money's.
        var type = plan.Report.HasTypes && plan.Report.Own.Type == "int" ? "int" : search;
        writer.Doc("summary", "Whether one agent wins as its report changes and nothing else does.");
        writer.Block($"private readonly struct Focal({HeldParameter}int agent, {score.Type} target, bool mustExceed) : {OwnText.Kernels}IWinTest<{type}>", () =>
        {
            writer.Line($"public bool Wins({type} {amount}) =>");
            writer.Indented(() => writer.Line($"{OwnText.Kernels}ScoreContest<{score.Type}>.WouldWin(ScoreOf({text.With(report, amount)}, agent), target, mustExceed);"));
        });
    }
}
