using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>From <c>[PriorFromFile]</c> to a prior: MECH4101 to MECH4105.</summary>
/// <remarks>
/// The kind of prior says what the sample is used for: an <see cref="EmpiricalPrior"/> for its best reserve alone, a <see cref="DiscretePrior"/> for
/// exact ironing, a <see cref="HistogramPrior"/> for bins.
/// </remarks>
internal static class FilePriorReader
{
    public static (Prior? Prior, BidSample? Data) Read(Draft draft, Use use)
    {
        if (Find(draft, use.Text(0) ?? "", use.At(0)) is not { } file)
        {
            return (null, null);
        }

        var keys = use.Property("HighestPer") is Argument.List { Items: { } items }
            ? items.OfType<Argument.Text>().Select(text => text.Value ?? "").ToEquatableArray()
            : [];
        var reading = BidSampleReader.Read(use.Text(0)!, file.Text, use.TextOf("Column"), keys);
        foreach (var finding in reading.Findings)
        {
            Report(draft, use.Text(0)!, file, finding);
        }

        if (reading.Sample is not { } sample)
        {
            return (null, null);
        }

        if (sample.Values.Count < DataReport.FewestValues)
        {
            var words = FormattableString.Invariant($"a reserve made from fewer than {DataReport.FewestValues} follows chance more than demand");
            draft.Report(Rule.TooFewValues, use.Place, sample.Source, Words.Of(sample.Values.Count), words);
        }

        return (Make(draft, use, sample), sample);
    }

    /// <summary>The one additional file that a path means; null after a finding.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="path">The path, as declared.</param>
    /// <param name="place">Where it stands.</param>
    public static DataFile? Find(Draft draft, string path, Place place)
    {
        List<DataFile> matches = [.. draft.Files.Where(file => DataFiles.Matches(file.Path, path))];
        if (matches.Count == 0)
        {
            draft.Report(Rule.FileNotAdditional, place, path);
        }
        else if (matches.Count > 1)
        {
            draft.Report(Rule.NumberOutsideDomain, place, "the path", $"'{path}'", $"longer, because {matches.Count} additional files end with it");
            return null;
        }

        return matches.FirstOrDefault();
    }

    /// <summary>Reports what is wrong inside a file.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="path">The path, as declared.</param>
    /// <param name="file">The file.</param>
    /// <param name="finding">What is wrong, and where.</param>
    public static void Report(Draft draft, string path, DataFile file, DataFinding finding)
    {
        var place = new Place.File(file.Path, finding.Line, finding.Column, finding.Length);
        switch (finding.Kind)
        {
            case DataFindingKind.EmptyFile:
                draft.Report(Rule.FileEmpty, place, path);
                break;
            case DataFindingKind.MissingColumn:
                draft.Report(Rule.ColumnMissing, place, path, finding.Words);
                break;
            default:
                draft.Report(Rule.RowMalformed, place, finding.Words);
                break;
        }
    }

    private static Prior? Make(Draft draft, Use use, BidSample sample)
    {
        var isIroned = use.NumberOf("Ironing") == 1;
        if ((int)(use.NumberOf("Bins") ?? 0) is >= 2 and var bins)
        {
            if (isIroned)
            {
                draft.Report(Rule.WithoutEffect, use.At("Ironing"), "PriorFromFile", "bins are always ironed");
            }

            var histogram = SampleHistogram.Of(sample.Values, bins);
            if (histogram is null)
            {
                draft.Report(Rule.NumberOutsideDomain, use.At("Bins"), "the number of bins", Words.Of(bins), "left out, because the values of the file lie too close together");
            }

            return histogram;
        }

        return isIroned ? Discrete(sample.Values) : new EmpiricalPrior(sample);
    }

    private static DiscretePrior Discrete(EquatableArray<double> values)
    {
        var groups = values.GroupBy(value => value).OrderBy(group => group.Key).ToList();
        return new DiscretePrior(groups.Select(group => group.Key).ToEquatableArray(), groups.Select(group => (double)group.Count()).ToEquatableArray());
    }
}
